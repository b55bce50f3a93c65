package dev.larder.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastUseTest {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  @TempDir private Path folder;

  @Test
  void isNotedOnceADay() {
    LastUse.note(folder, NOON);
    LastUse.note(folder, NOON.plus(Duration.ofHours(23)));
    assertThat(LastUse.of(folder)).isEqualTo(NOON);

    LastUse.note(folder, NOON.plus(Duration.ofHours(25)));
    assertThat(LastUse.of(folder)).isEqualTo(NOON.plus(Duration.ofHours(25)));
  }

  @Test
  void whatWasNeverUsedIsAsOldAsItsFolder() throws IOException {
    Files.setLastModifiedTime(folder, FileTime.from(NOON));

    assertThat(LastUse.of(folder)).isEqualTo(NOON);
  }

  @Test
  void whereNothingCanBeWrittenItIsNotNoted() {
    assertThatNoException().isThrownBy(() -> LastUse.note(folder.resolve("none"), NOON));
  }
}
