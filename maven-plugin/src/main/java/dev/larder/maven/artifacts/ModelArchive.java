package dev.larder.maven.artifacts;

import dev.larder.api.ChecksumMismatchException;
import dev.larder.api.InvalidFileException;
import dev.larder.core.catalog.RelativePath;
import dev.larder.core.fetch.FetchRequest;
import java.io.IOException;
import java.io.InputStream;
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

  /**
   * Copies the file that a request names.
   *
   * @throws ChecksumMismatchException if it holds another file than is wanted, told by the size
   * @throws InvalidFileException if the archive cannot be read, holds an unsafe name, does not hold
   *     the file, or holds another size of it than it says
   */
  void copy(FetchRequest request) {
    String path = request.file().path();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      requireSafe(zip);
      ZipEntry entry = zip.getEntry(path);
      if (entry == null) {
        throw invalid("it holds no " + path, null);
      }
      requireSize(entry, request);
      try (InputStream input = zip.getInputStream(entry)) {
        request.ofSize(entry.getSize()).copy(input);
      }
      requireWhole(entry, request);
    } catch (IOException e) {
      throw new InvalidFileException(
          file.toString(),
          "it is not a readable zip: " + e.getMessage(),
          "delete it, so that Maven downloads it again; if that does not help, its repository sends"
              + " something else",
          e);
    }
  }

  /** Before anything is unpacked. */
  private void requireSize(ZipEntry entry, FetchRequest request) {
    Long wanted = request.file().size();
    if (wanted != null && entry.getSize() != wanted) {
      throw new ChecksumMismatchException(
          entry.getName(), file.toString(), wanted + " bytes", entry.getSize() + " bytes");
    }
  }

  private void requireWhole(ZipEntry entry, FetchRequest request) {
    if (request.sink().size() != entry.getSize()) {
      throw invalid(
          "%s in it has %d bytes, and is said to have %d"
              .formatted(entry.getName(), request.sink().size(), entry.getSize()),
          null);
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
