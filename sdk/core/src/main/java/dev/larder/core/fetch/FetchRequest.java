package dev.larder.core.fetch;

import dev.larder.api.ChecksumMismatchException;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One file that is needed.
 *
 * @param model what it is needed for, for messages
 * @param source where it is
 * @param revision which commit or version; null where only the source's newest is known
 * @param file which file, with what is known of its digest and size
 * @param sink where its bytes go
 */
public record FetchRequest(
    String model, Source source, @Nullable String revision, ModelFile file, FileSink sink) {

  /** Files of unknown size may not be larger than this: 64 GiB. */
  private static final long MAX_UNKNOWN_SIZE = 64L << 30;

  private static final int BUFFER = 1 << 16;

  /**
   * Writes a whole stream into the sink, from the first byte on.
   *
   * @throws ChecksumMismatchException if it has more bytes than the file
   */
  public void copy(InputStream input) throws IOException {
    sink.restart();
    byte[] buffer = new byte[BUFFER];
    for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
      if (sink.size() + read > maxSize()) {
        throw new ChecksumMismatchException(
            file.path(), source.text(), maxSize() + " bytes", "more bytes");
      }
      sink.append(ByteBuffer.wrap(buffer, 0, read));
    }
  }

  /** The same, now that the file's size is known; a size that was known stays. */
  public FetchRequest ofSize(long size) {
    return file.size() != null
        ? this
        : new FetchRequest(
            model,
            source,
            revision,
            new ModelFile(
                file.role(), file.path(), file.sha256(), file.gitSha1(), size, file.mirrors()),
            sink);
  }

  /** More bytes than this are never written. */
  public long maxSize() {
    Long size = file.size();
    return size == null ? MAX_UNKNOWN_SIZE : size;
  }
}
