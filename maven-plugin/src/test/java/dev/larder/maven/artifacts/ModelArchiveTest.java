package dev.larder.maven.artifacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.ChecksumMismatchException;
import dev.larder.api.InvalidFileException;
import dev.larder.api.ModelException;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Source;
import dev.larder.core.fetch.FetchRequest;
import dev.larder.core.fetch.FileSink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
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

    archive.copy(request("onnx/model.onnx", null));

    assertThat(sink.text()).isEqualTo("content of onnx/model.onnx");
  }

  @Test
  void whatAnEarlierTryLeftIsReplaced() throws IOException {
    sink.append(ByteBuffer.wrap(new byte[] {1, 2, 3}));

    zip("model.onnx").copy(request("model.onnx", 21L));

    assertThat(sink.text()).isEqualTo("content of model.onnx");
  }

  @Test
  void aFileThatIsNotThereIsSaidSo() throws IOException {
    ModelArchive archive = zip("model.onnx");

    assertThatThrownBy(() -> archive.copy(request("model.gguf", null)))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("it holds no model.gguf");
  }

  @Test
  void moreThanIsExpectedIsNotUnpacked() throws IOException {
    ModelArchive archive = zip("model.onnx");

    assertThatThrownBy(() -> archive.copy(request("model.onnx", 5L)))
        .isInstanceOf(ChecksumMismatchException.class)
        .hasMessageContaining("Expected: 5 bytes")
        .hasMessageContaining("Actual: 21 bytes");
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

    assertThatThrownBy(() -> archive.copy(request("model.onnx", null)))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("it holds the name " + name);
    assertThat(sink.size()).isZero();
  }

  @Test
  void whatIsNoZipIsSaidSo() throws IOException {
    ModelArchive archive =
        new ModelArchive(Files.writeString(folder.resolve("model.zip"), "not a zip"));

    assertThatThrownBy(() -> archive.copy(request("model.onnx", null)))
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining("it is not a readable zip")
        .hasMessageContaining("To fix: delete it, so that Maven downloads it again");
  }

  /** What a zip says of itself is at its end; nothing in the JDK holds the bytes to it. */
  @Test
  void anEntryThatSaysAnotherSizeThanItHasIsRefused() throws IOException {
    for (int claimed : new int[] {20, 22, 1}) {
      Path file = zip("model.onnx").file();
      byte[] bytes = Files.readAllBytes(file);
      ByteBuffer zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      zip.putInt(centralEntry(zip) + 24, claimed);
      Files.write(file, bytes);

      assertThatThrownBy(() -> new ModelArchive(file).copy(request("model.onnx", null)))
          .isInstanceOf(ModelException.class);
      assertThatThrownBy(() -> new ModelArchive(file).copy(request("model.onnx", 21L)))
          .isInstanceOf(ChecksumMismatchException.class);
      assertThat(sink.size()).isLessThanOrEqualTo(22);
    }
  }

  @Test
  void anArchiveThatIsCutAnywhereIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(zip("model.onnx").file());
    for (int length = 0; length < whole.length; length++) {
      Path file = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, length));

      assertThatThrownBy(() -> new ModelArchive(file).copy(request("model.onnx", null)))
          .isInstanceOf(InvalidFileException.class);
    }
  }

  private static int centralEntry(ByteBuffer zip) {
    int at = 0;
    while (zip.getInt(at) != 0x02014b50) {
      at++;
    }
    return at;
  }

  private FetchRequest request(String path, @Nullable Long size) {
    return new FetchRequest(
        "tiny",
        Source.parse("mvn:org.acme:models:1.0:zip"),
        "1.0",
        new ModelFile(FileRole.MODEL, path, null, null, size),
        sink);
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
