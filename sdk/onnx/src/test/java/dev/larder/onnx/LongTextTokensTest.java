package dev.larder.onnx;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.testkit.tiny.BertModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Of a long text a part is tokenized, whose tokens have to be those of the whole text. */
class LongTextTokensTest {

  private static final List<String> SPECIALS = List.of("<s>", "</s>", "<mask>", "[SEP]", "[CLS]");

  @TempDir Path folder;

  enum Kind {
    WORD_PIECE("\"BertPreTokenizer\"", true),
    UNIGRAM_OF_SPACES(
        """
        "normalizer":{"type":"Sequence","normalizers":[{"type":"NFKC"},
          {"type":"Replace","pattern":{"Regex":" {2,}"},"content":" "}]},
        "pre_tokenizer":{"type":"Metaspace","replacement":"\u2581","prepend_scheme":"always","split":true},
        "model":{"type":"Unigram","unk_id":0,"vocab":%s}
        """,
        true),
    UNIGRAM_OF_ALL(
        """
        "normalizer":{"type":"Lowercase"},
        "pre_tokenizer":{"type":"Metaspace","replacement":"\u2581","prepend_scheme":"always","split":false},
        "model":{"type":"Unigram","unk_id":0,"vocab":%s}
        """,
        false),
    BYTE_PAIRS_OF_GPT2(
        """
        "pre_tokenizer":{"type":"ByteLevel","add_prefix_space":false,"trim_offsets":true,"use_regex":true},
        "model":{"type":"BPE","unk_token":"?","vocab":%s,"merges":%s}
        """,
        true),
    BYTE_PAIRS_OF_LLAMA_3(
        """
        "pre_tokenizer":{"type":"Sequence","pretokenizers":[
          {"type":"Split","pattern":{"Regex":"(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\\\r\\\\n\\\\p{L}\\\\p{N}]?\\\\p{L}+|\\\\p{N}{1,3}| ?[^\\\\s\\\\p{L}\\\\p{N}]+[\\\\r\\\\n]*|\\\\s*[\\\\r\\\\n]+|\\\\s+(?!\\\\S)|\\\\s+"},
           "behavior":"Isolated","invert":false},
          {"type":"ByteLevel","add_prefix_space":false,"trim_offsets":true,"use_regex":false}]},
        "model":{"type":"BPE","unk_token":"?","vocab":%s,"merges":%s}
        """,
        true),
    BYTE_PAIRS_OF_ALL(
        """
        "normalizer":{"type":"Replace","pattern":{"String":" "},"content":"\u2581"},
        "model":{"type":"BPE","unk_token":"?","vocab":%s,"merges":%s}
        """,
        false);

    private final String json;
    private final boolean isCut;

    Kind(String json, boolean isCut) {
      this.json = json;
      this.isCut = isCut;
    }

    private boolean isCut() {
      return isCut;
    }
  }

  @ParameterizedTest
  @EnumSource
  void theTokensOfAPartAreThoseOfTheWhole(Kind kind) throws IOException {
    Random random = new Random(7);
    try (TextTokenizer tokenizer = open(kind)) {
      boolean wasCut = false;
      for (int i = 0; i < 300; i++) {
        String text = text(random, 1 + random.nextInt(600));
        int most = 3 + random.nextInt(40);
        Tokens whole = tokenizer.tokenize(text);
        Tokens part = tokenizer.tokenize(text, most);

        wasCut |= part.length() < whole.length();
        assertThat(part.length() > most || part.length() == whole.length()).isTrue();
        assertThat(part.cutTo(Math.min(most, part.length())).ids())
            .as(text)
            .isEqualTo(whole.cutTo(Math.min(most, whole.length())).ids());
      }
      assertThat(wasCut).isEqualTo(kind.isCut());
    }
  }

  @ParameterizedTest
  @EnumSource
  void soItIsWithTwoTexts(Kind kind) throws IOException {
    Random random = new Random(8);
    try (TextTokenizer tokenizer = open(kind)) {
      for (int i = 0; i < 100; i++) {
        String text = text(random, 1 + random.nextInt(600));
        Tokens whole = tokenizer.tokenize("green boat", text);
        Tokens part = tokenizer.tokenize("green boat", text, 20);

        assertThat(part.cutTo(Math.min(20, part.length())).ids())
            .as(text)
            .isEqualTo(whole.cutTo(Math.min(20, whole.length())).ids());
      }
    }
  }

  /** An added token may be longer than a word. */
  @Test
  void whereATokenHasASpaceInItNothingIsCut() throws IOException {
    TestModel model = TestModel.tiny(folder);
    String json = Files.readString(folder.resolve(BertModel.TOKENIZER));
    String longer =
        json.replaceFirst(
            "\"added_tokens\"\\s*:\\s*\\[",
            "$0{\"id\":6756,\"content\":\"boat boat\",\"special\":false,\"single_word\":false,"
                + "\"lstrip\":false,\"rstrip\":false,\"normalized\":true},");
    assertThat(longer).isNotEqualTo(json);
    model.replacing(BertModel.TOKENIZER, longer.getBytes(UTF_8));
    try (TextTokenizer tokenizer = TextTokenizer.open(model.installed())) {
      String text = "boat ".repeat(1000);

      assertThat(tokenizer.tokenize(text, 10).ids()).isEqualTo(tokenizer.tokenize(text).ids());
    }
  }

  @Test
  void ofAVeryLongTextLittleIsRead() {
    try (TextTokenizer tokenizer = TextTokenizer.open(TestModel.tiny(folder).installed())) {
      String text = "the green boat and the bread ".repeat(200_000);

      assertThat(tokenizer.tokenize(text, 512).length()).isBetween(513, 1024);
    }
  }

  private TextTokenizer open(Kind kind) throws IOException {
    TestModel model = TestModel.tiny(folder);
    if (kind != Kind.WORD_PIECE) {
      String members =
          kind.json.contains("Unigram")
              ? kind.json.formatted(pieces())
              : kind.json.formatted(vocabulary(), merges());
      String json =
          """
          {"version":"1.0",
           "added_tokens":[
            {"id":0,"content":"<s>","special":true,"single_word":false,"lstrip":false,"rstrip":false,"normalized":false},
            {"id":1,"content":"<mask>","special":true,"single_word":false,"lstrip":true,"rstrip":true,"normalized":true}],
           "post_processor":{"type":"TemplateProcessing",
            "single":[{"SpecialToken":{"id":"<s>","type_id":0}},{"Sequence":{"id":"A","type_id":0}},
             {"SpecialToken":{"id":"<s>","type_id":0}}],
            "pair":[{"Sequence":{"id":"A","type_id":0}},{"SpecialToken":{"id":"<s>","type_id":0}},
             {"Sequence":{"id":"B","type_id":0}},{"SpecialToken":{"id":"<s>","type_id":0}}],
            "special_tokens":{"<s>":{"id":"<s>","ids":[0],"tokens":["<s>"]}}},
          """
              + members
              + "}";
      model.replacing(BertModel.TOKENIZER, json.getBytes(UTF_8));
    }
    return TextTokenizer.open(model.installed());
  }

  /** Many of which overlap, so that the likeliest ones depend on what follows. */
  private static final List<String> PIECES =
      List.of(
          "a",
          "b",
          "e",
          "o",
          "r",
          "t",
          "n",
          "aa",
          "aaa",
          "ab",
          "ba",
          "bo",
          "oa",
          "at",
          "boa",
          "oat",
          "boat",
          "re",
          "en",
          "ree",
          "green",
          "\u2581",
          "\u2581b",
          "\u2581a",
          "\u2581aa",
          "\u2581boat",
          "\u0120",
          "\u0120a",
          "\u0120b",
          "\u0120aa",
          "t\u2581b",
          "a\u2581a");

  private static String pieces() {
    StringBuilder pieces = new StringBuilder("[[\"<s>\",0],[\"<mask>\",0]");
    for (int i = 0; i < PIECES.size(); i++) {
      pieces.append(",[\"%s\",-%d.%d]".formatted(PIECES.get(i), 2 + i % 5, i % 9));
    }
    return pieces.append("]").toString();
  }

  private static String vocabulary() {
    StringBuilder words = new StringBuilder("{\"<s>\":0,\"<mask>\":1,\"?\":2");
    for (int i = 0; i < PIECES.size(); i++) {
      words.append(",\"%s\":%d".formatted(PIECES.get(i), 3 + i));
    }
    return words.append("}").toString();
  }

  private static String merges() {
    return "[\"a a\",\"aa a\",\"a t\",\"b o\",\"o a\",\"bo at\",\"o at\",\"r e\",\"e n\",\"re e\","
        + "\"\u0120 a\",\"\u0120 b\",\"t \u2581b\",\"a b\",\"b a\"]";
  }

  private static String text(Random random, int parts) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < parts; i++) {
      text.append(part(random));
      text.append(random.nextInt(12) > 0 ? " " : "");
    }
    return text.toString();
  }

  private static String part(Random random) {
    return switch (random.nextInt(24)) {
      case 0 -> "a".repeat(1 + random.nextInt(200));
      case 1 -> " ".repeat(random.nextInt(8));
      case 2 -> "\n\r\t";
      case 3 -> SPECIALS.get(random.nextInt(SPECIALS.size()));
      case 4 -> "\u6771\u4eac\u306f\u65e5\u672c\u306e\u9996\u90fd";
      case 5 -> "e\u0301 \u0308o \ufb01n \u00c5 \u1112\u1161\u11ab";
      case 6 -> "\ud83d\udc69\u200d\ud83d\udc67 \ud83d";
      case 7 -> "3.14 1,000,000 -42";
      case 8 -> "don't we'll it's 'tis -- ...";
      case 9 -> "\u0e01\u0e33 \u0e33\u0e01 \u0627\u0644 \u0d4e \u0915\u094d\u0937";
      case 10 -> "abba".repeat(1 + random.nextInt(20));
      case 11 -> String.valueOf((char) random.nextInt(0xd7ff));
      default -> random.nextBoolean() ? "boat" : "green";
    };
  }
}
