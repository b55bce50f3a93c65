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
