package dev.larder.core.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

  @TempDir private Path folder;
  private Path home;

  @BeforeEach
  void aHome() throws IOException {
    home = Files.createDirectory(folder.resolve("home"));
  }

  @Test
  void whatBelongsToOneUserIsWrittenByNobodyElse() throws IOException {
    setMode(home, 0755);

    Folders.create(home.resolve("cache/locks"));
    Folders.shareNew(home.resolve("cache/locks/a.lock"));

    assertThat(mode(home.resolve("cache"))).isEqualTo(0755);
    assertThat(mode(home.resolve("cache/locks"))).isEqualTo(0755);
    assertThat(home.resolve("cache/locks/a.lock")).doesNotExist();
  }

  @Test
  void whatAGroupMayWriteToItMayWriteToBelowToo() throws IOException {
    setMode(home, 02775);

    Folders.create(home.resolve("cache/locks"));
    Folders.shareNew(home.resolve("cache/locks/a.lock"));

    assertThat(mode(home.resolve("cache"))).isEqualTo(02775);
    assertThat(mode(home.resolve("cache/locks"))).isEqualTo(02775);
    assertThat(mode(home.resolve("cache/locks/a.lock"))).isEqualTo(0664);
    assertThat(home.resolve("cache/locks").toFile().list()).hasSize(1);
  }

  @Test
  void contentIsReplacedAndNeverWrittenTo() throws IOException {
    setMode(home, 0777);

    AtomicFile.ofStore(home.resolve("cache/content")).write(new byte[3]);

    assertThat(mode(home.resolve("cache"))).isEqualTo(0777);
    assertThat(mode(home.resolve("cache/content"))).isEqualTo(0644);
  }

  @Test
  void aStoreInATemporaryFolderIsNotThereforeWritableToEverybody() throws IOException {
    setMode(home, 01777);

    Folders.create(home.resolve("store/cache"));

    assertThat(mode(home.resolve("store"))).isEqualTo(0755);
    assertThat(mode(home.resolve("store/cache"))).isEqualTo(0755);
  }

  @Test
  void thePartsOfAStickyStoreAreWritableToEverybodyAndSoAreItsBooks() throws IOException {
    setMode(home, 01777);

    Folders.createPart(home.resolve("cache"));
    AtomicFile.ofStore(home.resolve("models.lock")).write(new byte[3]);

    assertThat(mode(home.resolve("cache"))).isEqualTo(0777);
    assertThat(mode(home.resolve("models.lock"))).isEqualTo(0666);
  }

  @Test
  void aFreshFolderCanBeRemovedByWhoeverMayWriteBesideIt() throws IOException {
    setMode(home, 0775);

    try (FreshFolder fresh = FreshFolder.of(home.resolve("natives"))) {
      Files.writeString(fresh.path().resolve("library"), "x");
      fresh.publish();
    }

    assertThat(mode(home.resolve("natives"))).isEqualTo(0775);
    assertThat(mode(home.resolve("natives/library"))).isEqualTo(0644);
    assertThat(home.toFile().list()).hasSize(1);
  }

  @Test
  void whetherThereAreHardLinksIsTriedAndLeavesNothing() throws IOException {
    Path other = Files.createDirectory(home.resolve("other"));

    assertThat(Folders.canLinkFrom(home, other)).isTrue();
    assertThat(Folders.canLink(home.resolve("missing"), other)).isFalse();
    assertThat(other).isEmptyDirectory();
    assertThat(home.toFile().list()).hasSize(1);
  }

  private static void setMode(Path path, int mode) throws IOException {
    Files.setAttribute(path, "unix:mode", mode | (mode(path) & ~07777));
  }

  private static int mode(Path path) throws IOException {
    return (Integer) Files.getAttribute(path, "unix:mode") & 07777;
  }
}
