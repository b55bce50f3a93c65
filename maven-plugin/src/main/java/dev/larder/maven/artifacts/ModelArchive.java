package dev.larder.maven.artifacts;

import dev.larder.api.InvalidFileException;
import dev.larder.core.catalog.RelativePath;
import dev.larder.core.fetch.FileSink;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * An archive of model files. Nothing is ever unpacked by a name that stands in it: single files are
 * read by the path that the lock or the catalog has.
 *
 * @param file a zip
 */
record ModelArchive(Path file) {

  private static final int MAX_ENTRIES = 1000;
  private static final int BUFFER = 1 << 16;

  /**
   * Copies one file.
   *
   * @param maxSize more bytes than this are not unpacked
   * @throws InvalidFileException if the archive cannot be read, holds an unsafe name, does not hold
   *     the file, or holds a larger one
   */
  void copy(String path, long maxSize, FileSink sink) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      requireSafe(zip);
      ZipEntry entry = zip.getEntry(path);
      if (entry == null) {
        throw invalid("it holds no " + path, null);
      }
      try (InputStream input = zip.getInputStream(entry)) {
        copy(path, input, maxSize, sink);
      }
    } catch (IOException e) {
      throw invalid("it is not a readable zip: " + e.getMessage(), e);
    }
  }

  private void copy(String path, InputStream input, long maxSize, FileSink sink)
      throws IOException {
    sink.restart();
    byte[] buffer = new byte[BUFFER];
    for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
      if (sink.size() + read > maxSize) {
        throw invalid("%s in it is larger than %d bytes".formatted(path, maxSize), null);
      }
      sink.append(ByteBuffer.wrap(buffer, 0, read));
    }
  }

  private void requireSafe(ZipFile zip) {
    if (zip.size() > MAX_ENTRIES) {
      throw invalid("it holds more than %d files".formatted(MAX_ENTRIES), null);
    }
    zip.stream()
        .map(ZipEntry::getName)
        .forEach(
            name -> {
              try {
                RelativePath.requireSafe(
                    name.endsWith("/") ? name.substring(0, name.length() - 1) : name);
              } catch (IllegalArgumentException e) {
                throw invalid("it holds the name " + name, e);
              }
            });
  }

  private InvalidFileException invalid(String problem, @Nullable Exception cause) {
    return new InvalidFileException(
        file.toString(), problem, "check who made this archive, and name another one", cause);
  }
}
