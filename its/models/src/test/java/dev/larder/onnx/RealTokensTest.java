package dev.larder.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.engine.InstalledModel;
import dev.larder.its.models.RealModel;
import dev.larder.its.models.RealModels;
import dev.larder.its.models.WithRealModels;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * In the package of the tokenizer, since an application sees no more of tokens than their number.
 */
@WithRealModels
class RealTokensTest {

  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\t\n\r\n",
          "a",
          "The quick brown fox jumps over the lazy dog.",
          "Caf\u00e9, na\u00efve, S\u00e3o Paulo, Z\u00fcrich, \u00c5ngstr\u00f6m,"
              + " \u0104\u0118\u0141",
          "Cafe\u0301 with a combining accent, \ufb01ne ligatures, \u0130stanbul, Stra\u00dfe",
          "\u6771\u4eac\u306f\u65e5\u672c\u306e\u9996\u90fd\u3067\u3059\u3002"
              + "\u5317\u4eac\u662f\u4e2d\u56fd\u7684\u9996\u90fd\u3002",
          "\uc11c\uc6b8\uc740 \ub300\ud55c\ubbfc\uad6d\uc758 \uc218\ub3c4\uc774\ub2e4.",
          "\u041c\u043e\u0441\u043a\u0432\u0430 \u2014 \u0391\u03b8\u03ae\u03bd\u03b1;"
              + " \u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd"
              + " \u0928\u092e\u0938\u094d\u0924\u0947",
          "\"Well,\" she said -- 'no...' (or yes?) [maybe]; {never}: 100% & #1 @home ~now ^up ="
              + " |x|",
          "don't can't it's rock'n'roll \u201cquoted\u201d \u2018single\u2019 \u2026 \u20ac5"
              + " \u00a37",
          "pneumonoultramicroscopicsilicovolcanoconiosis Donaudampfschifffahrtsgesellschaft",
          "a".repeat(99) + " " + "b".repeat(100) + " " + "c".repeat(101),
          "3.14159 1,000,000 -42 6.02e23 2026-11-30 12:45:07 +44 20 7946 0958 192.168.0.1",
          "https://example.com/path?query=1&other=two#part someone@example.com C:\\Users\\me",
          "[CLS] what looks [SEP] like [MASK] special [UNK] tokens [PAD]",
          "no\u00a0break wide\u2003space zero\u200bwidth soft\u00adhyphen line\u2028end mark\ufeff",
          "The long way home, past the harbour and over the bridge. ".repeat(80));

  private final RealModels models;

  RealTokensTest(RealModels models) {
    this.models = models;
  }

  @ParameterizedTest
  @EnumSource
  void aTextsTokensAreThoseOfTheReference(RealModel real) throws IOException {
    InstalledModel model = models.installed(real);
    try (TextTokenizer tokenizer = TextTokenizer.open(model);
        HuggingFaceTokenizer reference =
            HuggingFaceTokenizer.builder()
                .optTokenizerPath(model.file(FileRole.TOKENIZER))
                .optTruncation(false)
                .optPadding(false)
                .build()) {
      for (String text : TEXTS) {
        Tokens tokens = tokenizer.tokenize(text);
        Encoding expected = reference.encode(text);

        assertThat(tokens.ids()).as(text).isEqualTo(expected.getIds());
        assertThat(tokens.typeIds()).as(text).isEqualTo(expected.getTypeIds());
      }
    }
  }

  /** That is the case for all of them, so it says something of the texts too. */
  @ParameterizedTest
  @EnumSource
  void ofALongTextAPartIsTokenizedAndHasTheTokensOfTheWhole(RealModel real) {
    Random random = new Random(3);
    int cut = 0;
    try (TextTokenizer tokenizer = TextTokenizer.open(models.installed(real))) {
      for (int i = 0; i < 300; i++) {
        String text =
            random
                .ints(20 + random.nextInt(400), 0, TEXTS.size() - 1)
                .mapToObj(part -> TEXTS.get(part) + " ".repeat(random.nextInt(3)))
                .collect(Collectors.joining());
        int most = 3 + random.nextInt(510);
        Tokens whole = tokenizer.tokenize(text);
        Tokens part = tokenizer.tokenize(text, most);

        cut += part.length() < whole.length() ? 1 : 0;
        assertThat(part.cutTo(Math.min(most, part.length())).ids())
            .as(text)
            .isEqualTo(whole.cutTo(Math.min(most, whole.length())).ids());
      }
    }
    assertThat(cut).isGreaterThan(200);
  }

  /** What BERT's documentation shows; all four have the vocabulary of its uncased English one. */
  @ParameterizedTest
  @EnumSource
  void aSentenceHasTheTokensThatEverybodyKnows(RealModel real) {
    try (TextTokenizer tokenizer = TextTokenizer.open(models.installed(real))) {
      assertThat(tokenizer.tokenize("Hello, my dog is cute").ids())
          .containsExactly(101, 7592, 1010, 2026, 3899, 2003, 10140, 102);
    }
  }
}
