package dev.larder.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class VectorLengthTest {

  private static float[] applied(VectorLength length, float... vector) {
    length.apply(vector);
    return vector;
  }

  @Test
  void aVectorOfLengthOneKeepsItsDirection() {
    assertThat(applied(VectorLength.UNIT, 3, -4))
        .containsExactly(new float[] {0.6f, -0.8f}, within(1e-7f));
    assertThat(applied(VectorLength.UNIT, 3e30f, 4e30f))
        .containsExactly(new float[] {0.6f, 0.8f}, within(1e-7f));
  }

  @Test
  void theZeroVectorHasNoDirectionToKeep() {
    assertThat(applied(VectorLength.UNIT, 0, 0)).containsExactly(0, 0);
  }

  @Test
  void aVectorIsMeasuredAsAnArrow() {
    assertThat(VectorLength.measure(new float[] {3e30f, -4e30f})).isCloseTo(5e30, within(1e24));
  }

  @Test
  void aFreeVectorStaysAsItIs() {
    assertThat(applied(VectorLength.FREE, 3, -4)).containsExactly(3, -4);
  }
}
