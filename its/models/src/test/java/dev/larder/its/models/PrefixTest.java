package dev.larder.its.models;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.TextRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The prefixes that the models' cards ask for, which are what the models were trained with. */
@WithRealModels
class PrefixTest {

  private static final List<String> TEXTS =
      List.of(
          "how much protein should a female eat",
          "Bees tell each other where to find flowers by dancing in the dark of the hive.",
          "");

  private final RealModels models;

  PrefixTest(RealModels models) {
    this.models = models;
  }

  @ParameterizedTest
  @CsvSource({"QUERY, 'query: '", "DOCUMENT, 'passage: '"})
  void e5IsToldWhatATextIs(TextRole role, String prefix) {
    EmbeddingEngine bare = models.withoutPrefixes(RealModel.E5_SMALL);

    for (String text : TEXTS) {
      assertThat(bare.embed(prefix + text, role).vector())
          .as(text)
          .isEqualTo(models.engine(RealModel.E5_SMALL).embed(text, role).vector());
    }
  }

  @Test
  void bgeIsToldOfAQueryWhatItIsFor() {
    EmbeddingEngine engine = models.engine(RealModel.BGE_SMALL);
    String prefix = "Represent this sentence for searching relevant passages: ";

    for (String text : TEXTS) {
      assertThat(engine.embed(text, TextRole.QUERY).vector())
          .as(text)
          .isEqualTo(engine.embed(prefix + text, TextRole.DOCUMENT).vector());
    }
  }

  /** What is left of an empty one are the two special tokens. */
  @Test
  void bgeIsToldNothingOfADocument() {
    EmbeddingEngine engine = models.engine(RealModel.BGE_SMALL);

    assertThat(engine.countTokens("", TextRole.DOCUMENT)).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"E5_SMALL, false", "BGE_SMALL, false", "MINILM, true", "MINILM_IN_FLOATS, true"})
  void onlyModelsWithPrefixesTellQueriesFromDocuments(RealModel model, boolean same) {
    EmbeddingEngine engine = models.engine(model);

    for (String text : TEXTS) {
      Vector query = new Vector(engine.embed(text, TextRole.QUERY).vector());
      Vector document = new Vector(engine.embed(text, TextRole.DOCUMENT).vector());

      assertThat(query.farthest(document) == 0).as(text).isEqualTo(same);
    }
  }
}
