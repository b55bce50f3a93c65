package dev.larder.testkit.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HalfFloatTest {

  private static final int FIRST_INFINITE = 0x7C00;

  @Test
  void everyFiniteHalfComesBack() {
    for (int bits = 0; bits < FIRST_INFINITE; bits++) {
      assertThat(HalfFloat.of(HalfFloat.toFloat((short) bits))).isEqualTo((short) bits);
      short negative = (short) (bits | 0x8000);
      assertThat(HalfFloat.of(HalfFloat.toFloat(negative))).isEqualTo(negative);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0x3C00",
    "-2, 0xC000",
    "65504, 0x7BFF",
    "0.333251953125, 0x3555",
    "5.9604644775390625e-8, 0x0001",
    // Halfway between two: to the even one.
    "1.00048828125, 0x3C00",
    "1.00146484375, 0x3C02",
    "2.98023223876953125e-8, 0x0000",
  })
  void knownNumbersHaveTheirBits(float value, String bits) {
    assertThat(HalfFloat.of(value)).isEqualTo((short) (int) Integer.decode(bits));
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, 70_000})
  void whatHasNoFiniteHalfIsRefused(float value) {
    assertThatIllegalArgumentException().isThrownBy(() -> HalfFloat.of(value));
  }
}
