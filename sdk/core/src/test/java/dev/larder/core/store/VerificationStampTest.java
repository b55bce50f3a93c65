package dev.larder.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.core.catalog.FileRole;
import dev.larder.core.lock.LockedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationStampTest {

  @TempDir private Path folder;
  private Path file;
  private List<LockedFile> files;

  @BeforeEach
  void stampAFile() throws IOException {
    file = Files.writeString(folder.resolve("model.onnx"), "a network");
    files =
        List.of(
            new LockedFile(
                FileRole.MODEL,
                "model.onnx",
                "263215c3cadd6e16740741a7624ab4cbb6c8e777688bd5331ecfbf5681c2f8ed",
                9));
    VerificationStamp.write(folder, files);
  }

  @Test
  void vouchesForWhatWasVerified() {
    assertThat(vouches()).isTrue();
  }

  @Test
  void theClockMayHaveGoneBackSince() throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plus(Duration.ofDays(400))));
    VerificationStamp.write(folder, files);

    assertThat(vouches()).isTrue();
  }

  @Test
  void doesNotVouchForAnotherDigest() {
    files =
        List.of(
            new LockedFile(
                FileRole.MODEL,
                "model.onnx",
                "e5ec722e8c82dc4ffaf965175ca472f5da3f97b695590b5b0780bdbfa29bcaf3",
                9));
    assertThat(vouches()).isFalse();
  }

  @Test
  void doesNotVouchForAFileThatIsGone() throws IOException {
    Files.delete(file);
    assertThat(vouches()).isFalse();
  }

  @Test
  void doesNotVouchForAFileOfAnotherSizeOrTime() throws IOException {
    Files.setLastModifiedTime(file, FileTime.fromMillis(1));
    assertThat(vouches()).isFalse();
  }

  @Test
  void doesNotVouchForAFileThatWasReplacedByOneThatLooksAlike() throws IOException {
    FileTime time = Files.getLastModifiedTime(file);
    // The old file stays somewhere, or its file key could be given to the new one.
    Files.move(file, folder.resolve("kept"));
    Files.writeString(file, "A NETWORK");
    Files.setLastModifiedTime(file, time);
    assertThat(vouches()).isFalse();
  }

  @Test
  void aStampThatCannotBeReadVouchesForNothing() throws IOException {
    Files.writeString(folder.resolve(".verified"), "what is this?\n\n1 2 3");
    assertThat(VerificationStamp.read(folder)).isEmpty();
  }

  private boolean vouches() {
    return VerificationStamp.read(folder)
        .map(stamp -> stamp.vouchesFor(folder, files))
        .orElse(false);
  }
}
