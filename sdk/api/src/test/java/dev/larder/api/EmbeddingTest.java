package dev.larder.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddingTest {

  @ParameterizedTest
  @CsvSource({
    "3, 4, 3, 4, 1",
    "3, 4, 6, 8, 1",
    "1, 0, 0, 1, 0",
    "1, 2, -1, -2, -1",
    "1, 0, 1, 1, 0.70710678",
    "0, 0, 1, 1, 0",
    "1, 1, 0, 0, 0",
    "3e38, 0, 3e38, 0, 1",
    "1e-30, 0, 1e-30, 0, 1",
  })
  void theCosineDependsOnTheAngleAlone(float x, float y, float otherX, float otherY, double cos) {
    assertThat(embedding(x, y).cosine(embedding(otherX, otherY))).isCloseTo(cos, within(1e-7));
    assertThat(embedding(otherX, otherY).cosine(embedding(x, y))).isCloseTo(cos, within(1e-7));
  }

  @Test
  void vectorsOfOtherDimensionsCannotBeCompared() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> embedding(1, 2).cosine(embedding(1, 2, 3)))
        .withMessage("Embeddings of 2 and of 3 dimensions cannot be compared");
  }

  @Test
  void embeddingsAreEqualByTheirContent() {
    assertThat(embedding(1, 2)).isEqualTo(embedding(1, 2)).hasSameHashCodeAs(embedding(1, 2));
    assertThat(embedding(1, 2)).isNotEqualTo(embedding(1, 3));
    assertThat(embedding(1, 2)).isNotEqualTo(new Embedding(new float[] {1, 2}, 6, 0));
    assertThat(embedding(1, 2)).isNotEqualTo(new Embedding(new float[] {1, 2}, 5, 1));
    assertThat(embedding(1, 2)).isNotEqualTo("[1, 2]");
  }

  @Test
  void anEmbeddingPrintsItsShapeRatherThanItsNumbers() {
    assertThat(embedding(1, 2)).hasToString("Embedding[2 dimensions, 5 tokens, 0 truncated]");
    assertThat(embedding(1, 2).dimensions()).isEqualTo(2);
  }

  private static Embedding embedding(float... vector) {
    return new Embedding(vector, 5, 0);
  }
}
