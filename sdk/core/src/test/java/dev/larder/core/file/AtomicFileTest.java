package dev.larder.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.StorageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

  @TempDir private Path folder;

  @Test
  void aFileIsReplacedAndNothingElseIsLeft() throws IOException {
    Path file = Files.writeString(folder.resolve("models.lock"), "old");

    AtomicFile.ofProject(file).write(bytes("new"));

    assertThat(file).hasContent("new");
    assertThat(folder).isDirectoryContaining(path -> path.equals(file));
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void theFoldersAboveAFileAreMade() {
    Path file = folder.resolve("a/b/models.lock");

    AtomicFile.ofProject(file).write(bytes("new"));

    assertThat(file).hasContent("new");
  }

  @Test
  void whoeverReadsWhileAFileIsWrittenSeesTheOldOne() throws IOException {
    Path file = Files.writeString(folder.resolve("models.lock"), "old");

    AtomicFile.ofProject(file)
        .write(
            output -> {
              output.write(bytes("new"));
              output.flush();
              assertThat(file).hasContent("old");
            });

    assertThat(file).hasContent("new");
  }

  @Test
  void aFaultLeavesTheOldFileAndNothingElse() throws IOException {
    Path file = Files.writeString(folder.resolve("models.lock"), "old");

    assertThatThrownBy(
            () ->
                AtomicFile.ofProject(file)
                    .write(
                        output -> {
                          output.write(bytes("half"));
                          throw new IOException("No space left on device");
                        }))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("no space is left")
        .hasMessageContaining("Path: " + file)
        .hasMessageContaining("To fix: make room on its disk\n");

    assertThat(file).hasContent("old");
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void aFileOfAProjectKeepsItsPermissions() throws IOException {
    Path file = Files.writeString(folder.resolve("models.lock"), "old");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));

    AtomicFile.ofProject(file).write(bytes("new"));

    assertThat(permissions(file)).isEqualTo("rw-rw-r--");
  }

  @Test
  void aNewFileOfAProjectHasThePermissionsOfAnyNewFile() throws IOException {
    Path other = Files.createFile(folder.resolve("other"));
    Path file = folder.resolve("models.lock");

    AtomicFile.ofProject(file).write(bytes("new"));

    assertThat(permissions(file)).isEqualTo(permissions(other));
  }

  @Test
  void aLinkInAProjectStaysOneAndItsFileIsReplaced() throws IOException {
    Path real =
        Files.writeString(Files.createDirectory(folder.resolve("real")).resolve("l"), "old");
    Path second = Files.createSymbolicLink(folder.resolve("real/second"), Path.of("l"));
    Path link = Files.createSymbolicLink(folder.resolve("models.lock"), Path.of("real/second"));

    AtomicFile.ofProject(link).write(bytes("new"));

    assertThat(link).isSymbolicLink();
    assertThat(second).isSymbolicLink();
    assertThat(real).isRegularFile().hasContent("new");
    assertThat(folder.resolve("real").toFile().list()).hasSize(2);
  }

  @Test
  void aLinkToNothingGetsItsFile() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("models.lock"), Path.of("real"));

    AtomicFile.ofProject(link).write(bytes("new"));

    assertThat(link).isSymbolicLink();
    assertThat(folder.resolve("real")).hasContent("new");
  }

  @Test
  void aProjectBehindALinkIsWrittenTo() throws IOException {
    Path real = Files.createDirectory(folder.resolve("real"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);

    AtomicFile.ofProject(link.resolve("models.lock")).write(bytes("new"));

    assertThat(real.resolve("models.lock")).hasContent("new");
  }

  @Test
  void linksThatLeadNowhereAreSaidToBeInTheWay() throws IOException {
    Path one = folder.resolve("one");
    Path other = Files.createSymbolicLink(folder.resolve("other"), one);
    Files.createSymbolicLink(one, other);

    assertThatThrownBy(() -> AtomicFile.ofProject(one).write(bytes("new")))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("a symbolic link is in its place");
  }

  @Test
  void aLinkInTheStoreIsReplacedAndNotFollowed() throws IOException {
    Path precious = Files.writeString(folder.resolve("precious"), "do not touch");
    Path link = Files.createSymbolicLink(folder.resolve("projects.json"), precious);

    AtomicFile.ofStore(link).write(bytes("new"));

    assertThat(Files.isSymbolicLink(link)).isFalse();
    assertThat(precious).hasContent("do not touch");
  }

  @Test
  void aFileOfTheStoreIsReadableByEverybody() {
    Path file = folder.resolve("content");

    AtomicFile.ofStore(file).write(bytes("new"));

    assertThat(permissions(file)).isEqualTo("rw-r--r--");
  }

  @Test
  void aFileInTheWayOfAFolderIsNamedItself() throws IOException {
    Path file = Files.createFile(folder.resolve("target"));

    assertThatThrownBy(
            () -> AtomicFile.ofProject(file.resolve("a/b/models.lock")).write(bytes("new")))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("a file is in the way of a folder")
        .hasMessageContaining("Path: " + file + "\n");
  }

  @Test
  void aFolderInTheWayOfAFileIsNamedItself() throws IOException {
    Path file = Files.createDirectory(folder.resolve("models.lock"));

    assertThatThrownBy(() -> AtomicFile.ofProject(file).write(bytes("new")))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("a folder is in the way of a file")
        .hasMessageContaining("Path: " + file + "\n");
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void whatAKilledProcessLeftADayAgoGoesWithTheNextWrite() throws IOException {
    Path old = aside(Duration.ofHours(25));
    Path young = aside(Duration.ofHours(23));

    AtomicFile.ofProject(folder.resolve("models.lock")).write(bytes("new"));

    assertThat(old).doesNotExist();
    assertThat(young).exists();
  }

  @Test
  void aCompleteFileComesFromElsewhereInTheStore() throws IOException {
    Path complete = Files.writeString(folder.resolve("partial"), "content");
    Path file = folder.resolve("blobs/content");

    AtomicFile.ofStore(file).take(complete);

    assertThat(file).hasContent("content");
    assertThat(complete).doesNotExist();
    assertThat(Files.getLastModifiedTime(file).toInstant()).isBefore(Instant.now().minusSeconds(9));
  }

  private Path aside(Duration age) throws IOException {
    Path aside = Files.writeString(Aside.in(folder), "half");
    return Files.setLastModifiedTime(aside, FileTime.from(Instant.now().minus(age)));
  }

  private static String permissions(Path file) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
