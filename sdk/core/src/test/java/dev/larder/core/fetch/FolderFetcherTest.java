package dev.larder.core.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.ChecksumMismatchException;
import dev.larder.api.DownloadFailedException;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Origin;
import dev.larder.core.catalog.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderFetcherTest {

  @TempDir private Path project;
  private final Bytes sink = new Bytes();

  @Test
  void aFolderIsRelativeToTheProject() throws IOException {
    Files.createDirectories(project.resolve("models"));
    Files.writeString(project.resolve("models/a.gguf"), "network");

    Fetched fetched = new FolderFetcher(project).fetch(request("file:models", 7));

    assertThat(sink.bytes.toString(StandardCharsets.UTF_8)).isEqualTo("network");
    assertThat(fetched).isEqualTo(new Fetched(Origin.FOLDER, "file:models/a.gguf", "1"));
  }

  @Test
  void aFileThatIsLargerThanDefinedIsNotCopied() throws IOException {
    Files.writeString(project.resolve("a.gguf"), "network");

    assertThatThrownBy(() -> new FolderFetcher(project).fetch(request("file:.", 6)))
        .isInstanceOf(ChecksumMismatchException.class);
  }

  @Test
  void aFileThatIsNotThereIsToldWithItsSource() {
    assertThatThrownBy(() -> new FolderFetcher(project).fetch(request("file:models", 7)))
        .isInstanceOf(DownloadFailedException.class)
        .hasMessageContaining("file:models")
        .hasMessageContaining("a.gguf");
  }

  private FetchRequest request(String source, long size) {
    return new FetchRequest(
        "acme:gguf",
        Source.parse(source),
        "1",
        new ModelFile(FileRole.MODEL, "a.gguf", null, null, size),
        sink);
  }

  private static final class Bytes implements FileSink {

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
      while (more.hasRemaining()) {
        bytes.write(more.get());
      }
    }

    @Override
    public void restart() {
      bytes.reset();
    }
  }
}
