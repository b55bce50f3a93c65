package dev.larder.core.store;

import static org.assertj.core.api.Assertions.assertThat;

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

  private static final String SHA256 =
      "263215c3cadd6e16740741a7624ab4cbb6c8e777688bd5331ecfbf5681c2f8ed";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void stampAFile() throws IOException {
    file = Files.writeString(folder.resolve("model.onnx"), "a network");
    stamp();
  }

  private void stamp() throws IOException {
    VerificationStamp.Line line =
        new VerificationStamp.Line(SHA256, FileLook.of(file), "model.onnx");
    new VerificationStamp(List.of(line)).write(folder);
  }

  @Test
  void vouchesForWhatWasVerified() throws IOException {
    assertThat(vouches()).isTrue();
  }

  @Test
  void theClockMayHaveGoneBackSince() throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plus(Duration.ofDays(400))));
    stamp();

    assertThat(vouches()).isTrue();
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
  void doesNotVouchForAnotherFile() throws IOException {
    assertThat(VerificationStamp.read(folder).digest("other.onnx", FileLook.of(file))).isEmpty();
  }

  @Test
  void keepsWhatItSaysOfOtherFiles() throws IOException {
    Path other = Files.writeString(folder.resolve("tokenizer.json"), "{}");
    VerificationStamp.Line line =
        new VerificationStamp.Line("f".repeat(64), FileLook.of(other), "tokenizer.json");

    VerificationStamp.read(folder).with(List.of(line)).write(folder);

    assertThat(vouches()).isTrue();
    assertThat(VerificationStamp.read(folder).lines()).hasSize(2);
  }

  @Test
  void aStampThatCannotBeReadVouchesForNothing() throws IOException {
    Files.writeString(folder.resolve(".verified"), "what is this?\n\n1 2 3");
    assertThat(vouches()).isFalse();
  }

  private boolean vouches() throws IOException {
    return VerificationStamp.read(folder)
        .digest("model.onnx", FileLook.of(file))
        .filter(SHA256::equals)
        .isPresent();
  }
}
