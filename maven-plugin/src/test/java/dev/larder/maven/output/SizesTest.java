package dev.larder.maven.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizesTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "999, 999 B",
    "1000, 1.0 kB",
    "99949, 99.9 kB",
    "100000, 100 kB",
    "999499, 999 kB",
    "999500, 1.0 MB",
    "25008064, 25.0 MB",
    "8047105824, 8.0 GB",
    "9223372036854775807, 9223372037 GB"
  })
  void hasADecimalUnitAndAboutThreeDigits(long bytes, String text) {
    assertThat(Sizes.text(bytes)).isEqualTo(text);
  }
}
