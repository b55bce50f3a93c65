package dev.larder.maven.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class StyleTest {

  private static final Surroundings PERSON = new Surroundings(true, true, true, true);

  @Test
  void aPersonAtATerminalSeesABar() {
    assertThat(Style.of("auto", PERSON)).isEqualTo(Style.BAR);
  }

  @Test
  void aBatchABuildOfManyThreadsAndAFileGetLines() {
    assertThat(Style.of("auto", new Surroundings(true, true, false, true))).isEqualTo(Style.PLAIN);
    assertThat(Style.of("auto", new Surroundings(true, true, true, false))).isEqualTo(Style.PLAIN);
  }

  @Test
  void whoWantsToHearOfNoTransferHearsOfNone() {
    Surroundings quiet = new Surroundings(true, false, true, true);

    assertThat(Style.of("auto", quiet)).isEqualTo(Style.SILENT);
    assertThat(Style.of("plain", quiet)).isEqualTo(Style.PLAIN);
  }

  @Test
  void aQuietBuildIsSilentWhateverIsWished() {
    assertThat(Style.of("plain", new Surroundings(false, true, true, true)))
        .isEqualTo(Style.SILENT);
  }

  @Test
  void aWishGoesBeforeTheSurroundings() {
    assertThat(Style.of("plain", PERSON)).isEqualTo(Style.PLAIN);
    assertThat(Style.of("none", PERSON)).isEqualTo(Style.SILENT);
  }

  @Test
  void anotherWishIsAnError() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Style.of("loud", PERSON))
        .withMessageContaining("\"loud\"");
  }
}
