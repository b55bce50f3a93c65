package dev.larder.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestNamesTest {

  private static final List<String> NAMES =
      List.of(
          "all-minilm-l6-v2",
          "bge-base-en-v1.5",
          "bge-m3",
          "bge-small-en-v1.5",
          "embeddinggemma",
          "minilm",
          "nomic-embed",
          "tiny");

  @ParameterizedTest
  @CsvSource({
    // slips of the hand
    "minlm, minilm",
    "minilmm, minilm",
    "mimilm, minilm",
    "minlim, minilm",
    "nomicembed, nomic-embed",
    "embedding-gema, embeddinggemma",
    // other ways to write the same
    "MiniLM, minilm",
    "' tiny ', tiny",
    "TINY:onnx-fp32, tiny",
    "tinny@main, tiny",
    "sentence-transformers/all-MiniLM-L6-v2, all-minilm-l6-v2",
    "BAAI/bge-m3:gguf-q8_0, bge-m3",
    // half of a name
    "nomic, nomic-embed",
    "gemma, embeddinggemma",
  })
  void theNearestNameComesFirst(String asked, String nearest) {
    assertThat(NearestNames.of(asked, NAMES)).first().isEqualTo(nearest);
  }

  @Test
  void severalAreGivenNearestFirst() {
    assertThat(NearestNames.of("bge", NAMES))
        .containsExactly("bge-base-en-v1.5", "bge-m3", "bge-small-en-v1.5");
    assertThat(NearestNames.of("minilm-l6", NAMES)).containsExactly("all-minilm-l6-v2", "minilm");
    assertThat(NearestNames.of("e", List.of("ea", "eb", "ec", "ed"))).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", ":", "/", "gpt-4", "xyzzy", "\n", "模型", "e"})
  void whatIsNearToNothingGetsNothing(String asked) {
    assertThat(NearestNames.of(asked, NAMES)).isEmpty();
  }
}
