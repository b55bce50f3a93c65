package dev.larder.testkit.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class GgufTypeTest {

  private static float[] numbers(int count) {
    SplittableRandom random = new SplittableRandom(1);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    return values;
  }

  @Test
  void floatsAreKeptExactly() {
    float[] values = numbers(7);

    assertThat(GgufType.F32.decode(GgufType.F32.encode(values))).isEqualTo(values);
  }

  @Test
  void aQuantisedNumberIsHalfAStepOffAtMost() {
    float[] values = numbers(3 * GgufType.BLOCK);

    float[] decoded = GgufType.Q8_0.decode(GgufType.Q8_0.encode(values));

    assertThat(decoded).containsExactly(values, within(0.51f / Byte.MAX_VALUE));
  }

  @Test
  void whatWasQuantisedOnceStaysAsItIs() {
    byte[] once = GgufType.Q8_0.encode(numbers(100 * GgufType.BLOCK));

    assertThat(GgufType.Q8_0.encode(GgufType.Q8_0.decode(once))).isEqualTo(once);
  }

  @Test
  void aBlockOfZerosStaysZero() {
    float[] zeros = new float[GgufType.BLOCK];

    assertThat(GgufType.Q8_0.decode(GgufType.Q8_0.encode(zeros))).isEqualTo(zeros);
  }

  @Test
  void aRowThatSharesABlockWithTheNextIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> GgufTensor.of("odd", GgufType.Q8_0, List.of(2, 16), new float[GgufType.BLOCK]))
        .withMessageContaining("odd");
  }
}
