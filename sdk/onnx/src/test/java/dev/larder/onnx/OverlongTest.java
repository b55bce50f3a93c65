package dev.larder.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.EmbeddingRequest;
import dev.larder.api.Overlong;
import dev.larder.api.OverlongTextException;
import dev.larder.api.TextRole;
import dev.larder.testkit.tiny.BertModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OverlongTest {

  /** Without [CLS] and [SEP] 72 tokens. */
  private static final String LONG = "green boat bread oven coast train ".repeat(12);

  private static final int MAX_TOKENS = 34;
  private static final int OVERLAP = 4;

  @TempDir Path folder;

  private static Embedding embed(EmbeddingEngine engine, Overlong overlong, String text) {
    return engine
        .embed(EmbeddingRequest.of(List.of(text), TextRole.DOCUMENT).withOverlong(overlong))
        .get(0);
  }

  /** Windows of 32, 32 and 16 tokens between [CLS] and [SEP], of which the next repeats four. */
  @Test
  void aTextInWindowsHasTheirMeanWeightedByTheirLengths() throws IOException {
    try (EmbeddingEngine engine = TestModel.tiny(folder).maxTokens(MAX_TOKENS).open()) {
      Embedding actual = embed(engine, Overlong.CHUNK, LONG);

      int[] ids = new ReferenceTokenizer(folder.resolve(BertModel.TOKENIZER)).ids(LONG);
      ReferenceBert bert = new ReferenceBert(folder.resolve(BertModel.ONNX));
      double[] mean = new double[engine.dimensions()];
      int room = MAX_TOKENS - 2;
      for (int from = 1; from < ids.length - 1 - OVERLAP; from += room - OVERLAP) {
        int first = from;
        int length = Math.min(room, ids.length - 1 - from);
        int[] window =
            IntStream.range(0, length + 2)
                .map(i -> i == 0 ? ids[0] : i > length ? ids[ids.length - 1] : ids[first + i - 1])
                .toArray();
        double[] vector = unit(mean(bert.hidden(window)));
        for (int i = 0; i < mean.length; i++) {
          mean[i] += vector[i] * length;
        }
      }
      double[] expected = unit(mean);
      for (int i = 0; i < expected.length; i++) {
        assertThat((double) actual.vector()[i]).isCloseTo(expected[i], within(1e-5));
      }
      assertThat(actual.tokens()).isEqualTo(74);
      assertThat(actual.truncatedTokens()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTextThatFitsIsTheSameWhateverBecomesOfLongerOnes(Overlong overlong) {
    try (EmbeddingEngine engine = TestModel.tiny(folder).open()) {
      assertThat(embed(engine, overlong, LONG)).isEqualTo(engine.embed(LONG, TextRole.DOCUMENT));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"TRUNCATE", "CHUNK"})
  void tokensThatWereReadAndThoseThatWereCutAreAll(Overlong overlong) {
    try (EmbeddingEngine engine = TestModel.tiny(folder).maxTokens(MAX_TOKENS).open()) {
      for (String text : List.of("", "boat", LONG)) {
        Embedding embedding = embed(engine, overlong, text);

        assertThat(embedding.tokens() + embedding.truncatedTokens())
            .isEqualTo(engine.countTokens(text, TextRole.DOCUMENT));
      }
    }
  }

  @Test
  void aRefusalNamesTheTextItsTokensAndTheLimit() {
    EmbeddingRequest request =
        EmbeddingRequest.of(List.of("boat", LONG, LONG), TextRole.QUERY)
            .withOverlong(Overlong.FAIL);
    try (EmbeddingEngine engine =
        TestModel.tiny(folder).withPrefixes().maxTokens(MAX_TOKENS).open()) {
      assertThatExceptionOfType(OverlongTextException.class)
          .isThrownBy(() -> engine.embed(request))
          .withMessage("Text 1 has at least 76 tokens, and \"tiny:onnx-fp32\" reads 34");
      assertThat(engine.embed("boat", TextRole.QUERY).tokens()).isEqualTo(5);
    }
  }

  /** The windows are those of the prefixed text, each of which begins with the prefix. */
  @Test
  void everyWindowHasThePrefixOfTheRole() {
    String tail = LONG.repeat(3);
    try (EmbeddingEngine prefixed =
            TestModel.tiny(folder).withPrefixes().maxTokens(MAX_TOKENS).open();
        EmbeddingEngine plain = TestModel.tiny(folder).maxTokens(MAX_TOKENS).open()) {
      Embedding inWindows =
          prefixed
              .embed(
                  EmbeddingRequest.of(List.of(tail), TextRole.QUERY).withOverlong(Overlong.CHUNK))
              .get(0);
      Embedding prefixOnlyInTheFirst = embed(plain, Overlong.CHUNK, TestModel.QUERY_PREFIX + tail);

      assertThat(inWindows.tokens()).isEqualTo(prefixOnlyInTheFirst.tokens());
      assertThat(inWindows.cosine(prefixOnlyInTheFirst)).isLessThan(0.9999);
    }
  }

  @Test
  void aTaskStandsWhereTheModelsOwnStands() {
    String query = "Instruct: Find bread\nQuery:";
    try (EmbeddingEngine told =
            TestModel.tiny(folder).queryPrefix("Instruct: Find boats\nQuery:").open();
        EmbeddingEngine plain = TestModel.tiny(folder).open()) {
      EmbeddingRequest request =
          EmbeddingRequest.of(List.of("oven"), TextRole.QUERY).withTask("Find bread");

      assertThat(told.embed(request).get(0))
          .isEqualTo(plain.embed(query + "oven", TextRole.DOCUMENT))
          .isNotEqualTo(told.embed("oven", TextRole.QUERY));
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> plain.embed(request))
          .withMessage("\"tiny\" is not told a task");
    }
  }

  private static double[] mean(double[][] tokens) {
    double[] mean = new double[tokens[0].length];
    for (double[] token : tokens) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += token[i] / tokens.length;
      }
    }
    return mean;
  }

  private static double[] unit(double[] vector) {
    double square = 0;
    for (double component : vector) {
      square += component * component;
    }
    double[] unit = new double[vector.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = vector[i] / Math.sqrt(square);
    }
    return unit;
  }
}
