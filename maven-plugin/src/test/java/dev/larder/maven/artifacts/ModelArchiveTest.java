package dev.larder.maven.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.InvalidFileException;
import dev.larder.core.fetch.FileSink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelArchiveTest {

  @TempDir private Path folder;

  private final Memory sink = new Memory();

  @Test
  void oneFileIsCopied() throws IOException {
    ModelArchive archive = zip("onnx/", "onnx/model.onnx", "tokenizer.json");

    archive.copy("onnx/model.onnx", 100, sink);

    assertThat(sink.text()).isEqualTo("content of onnx/model.onnx");
  }

  @Test
  void whatAnEarlierTryLeftIsReplaced() throws IOException {
    sink.append(ByteBuffer.wrap(new byte[] {1, 2, 3}));

    zip("model.onnx").copy("model.onnx", 100, sink);

    assertThat(sink.text()).isEqualTo("content of model.onnx");
  }

  @Test
  void aFileThatIsNotThereIsSaidSo() throws IOException {
    ModelArchive archive = zip("model.onnx");

    assertThatThrownBy(() -> archive.copy("model.gguf", 100, sink))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("it holds no model.gguf");
  }

  @Test
  void moreThanIsExpectedIsNotUnpacked() throws IOException {
    ModelArchive archive = zip("model.onnx");

    assertThatThrownBy(() -> archive.copy("model.onnx", 5, sink))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("larger than 5 bytes");
    assertThat(sink.size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../evil",
        "/etc/passwd",
        "a/../../evil",
        "C:/evil",
        "C:evil",
        "a\\b",
        "a//b",
        "./a"
      })
  void anArchiveWithAnUnsafeNameIsRefusedWhole(String name) throws IOException {
    ModelArchive archive = zip("model.onnx", name);

    assertThatThrownBy(() -> archive.copy("model.onnx", 100, sink))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("it holds the name " + name);
    assertThat(sink.size()).isZero();
  }

  @Test
  void whatIsNoZipIsSaidSo() throws IOException {
    ModelArchive archive =
        new ModelArchive(Files.writeString(folder.resolve("model.zip"), "not a zip"));

    assertThatThrownBy(() -> archive.copy("model.onnx", 100, sink))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("it is not a readable zip");
  }

  private ModelArchive zip(String... names) throws IOException {
    Path file = folder.resolve("model.zip");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("content of " + name).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return new ModelArchive(file);
  }

  /** Keeps what it takes. */
  private static final class Memory implements FileSink {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public long size() {
      return bytes.size();
    }

    @Override
    public long kept() {
      return bytes.size();
    }

    @Override
    public boolean has(long position, ByteBuffer others) {
      return ByteBuffer.wrap(bytes.toByteArray(), (int) position, others.remaining())
          .equals(others);
    }

    @Override
    public void append(ByteBuffer more) {
      byte[] array = new byte[more.remaining()];
      more.get(array);
      bytes.writeBytes(array);
    }

    @Override
    public void restart() {
      bytes.reset();
    }

    String text() {
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }
}
