package dev.larder.maven.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @CsvSource({
    "0B, 0",
    "10GB, 10000000000",
    "10 gb, 10000000000",
    "1.5MB, 1500000",
    "2kB, 2000",
    "1TB, 1000000000000"
  })
  void readsWhatPeopleWrite(String text, long bytes) {
    assertThat(Sizes.parse(text)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10", "GB", "-1GB", "10GiB", "1e3B", "10 000MB", "ten GB"})
  void refusesWhatIsNoSize(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sizes.parse(text))
        .withMessage("\"%s\" is not a size such as 500MB or 10GB", text);
  }

  @Test
  void readsWhatItWrites() {
    assertThat(Sizes.parse(Sizes.text(25_000_000))).isEqualTo(25_000_000);
  }
}
