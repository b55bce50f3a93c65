package dev.larder.maven.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.larder.core.catalog.SourceKind;
import dev.larder.core.fetch.SourceOrder;
import java.util.List;
import org.apache.maven.settings.Mirror;
import org.apache.maven.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsOrderTest {

  @Test
  void aFilesOwnSourceComesFirst() {
    assertThat(SettingsOrder.of(List.of(), new Settings())).isEqualTo(SourceOrder.OF_THE_FILE);
    assertThat(SettingsOrder.of(List.of(), mirrorOf("central"))).isEqualTo(SourceOrder.OF_THE_FILE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "external:*", "*,!inhouse", "central, *"})
  void behindARepositoryManagerMavenComesFirst(String pattern) {
    assertThat(SettingsOrder.of(List.of(), mirrorOf(pattern))).isEqualTo(SourceOrder.MAVEN_FIRST);
  }

  @Test
  void whatIsChosenCountsWhateverTheSettingsSay() {
    assertThat(SettingsOrder.of(List.of("hub", "maven"), mirrorOf("*")))
        .isEqualTo(SourceOrder.of(List.of(SourceKind.HUB, SourceKind.MAVEN)));
  }

  @Test
  void aWordThatIsNoKindIsToldWithThoseThatAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SettingsOrder.of(List.of("mavn"), new Settings()))
        .withMessage("\"mavn\" is not a kind of source; there are hub, maven, https, file");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SettingsOrder.of(List.of("hub", "hub"), new Settings()))
        .withMessageContaining("named twice");
  }

  private static Settings mirrorOf(String pattern) {
    Mirror mirror = new Mirror();
    mirror.setMirrorOf(pattern);
    Settings settings = new Settings();
    settings.addMirror(mirror);
    return settings;
  }
}
