package dev.larder.llama.process;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.CorruptModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckedFileTest {

  /** Of the three letters "abc" (FIPS 180-2). */
  private static final String SHA256 =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir Path folder;
  private Path path;
  private CheckedFile file;

  @BeforeEach
  void write() throws IOException {
    path = Files.writeString(folder.resolve("model.gguf"), "abc");
    file = new CheckedFile("words:gguf", path, SHA256);
  }

  private void replaceBy(String content) throws IOException {
    Path other = Files.writeString(folder.resolve("other"), content);
    Files.move(other, path, StandardCopyOption.REPLACE_EXISTING);
  }

  @Test
  void whatLooksAsBeforePasses() {
    assertThatCode(file::require).doesNotThrowAnyException();
  }

  @Test
  void aCopyOfTheSameBytesPasses() throws IOException {
    replaceBy("abc");

    assertThatCode(file::require).doesNotThrowAnyException();
  }

  @Test
  void otherBytesAreRefused() throws IOException {
    replaceBy("abd");

    assertThatThrownBy(file::require)
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining(path.toString())
        .hasMessageContaining("its file has other bytes than when it was opened first");
  }

  @Test
  void aFileThatIsGoneIsRefused() throws IOException {
    Files.delete(path);

    assertThatThrownBy(file::require)
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining("its file can no longer be read");
  }
}
