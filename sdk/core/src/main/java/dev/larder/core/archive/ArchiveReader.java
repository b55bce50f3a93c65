package dev.larder.core.archive;

import dev.larder.api.InvalidFileException;
import dev.larder.core.catalog.Origin;
import dev.larder.core.catalog.Source;
import dev.larder.core.fetch.FetchRequest;
import dev.larder.core.fetch.Fetched;
import dev.larder.core.fetch.Fetcher;
import dev.larder.core.lock.LockFormat;
import dev.larder.core.lock.ModelsLock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * An archive of models as a place that they can be fetched from, without a network. Nothing is
 * unpacked by a name that stands in it: a file is asked for by its digest, and whether it has it,
 * the store finds out.
 */
public final class ArchiveReader implements Fetcher {

  private final Path file;
  private final ZipFile zip;
  private final ModelsLock lock;

  private ArchiveReader(Path file, ZipFile zip) {
    this.file = file;
    this.zip = zip;
    this.lock = readLock();
  }

  /**
   * Opens an archive.
   *
   * @throws InvalidFileException if it is none
   */
  public static ArchiveReader open(Path file) {
    try {
      ZipDirectory.requireBounded(file);
      ZipFile zip = new ZipFile(file.toFile());
      try {
        return new ArchiveReader(file, zip);
      } catch (RuntimeException e) {
        zip.close();
        throw e;
      }
    } catch (IOException e) {
      throw invalid(file, "it is not a readable zip: " + e.getMessage(), e);
    }
  }

  /** What the archive says it holds; the keys are full selectors. */
  public ModelsLock lock() {
    return lock;
  }

  private ModelsLock readLock() {
    try (InputStream input = zip.getInputStream(entry(ArchiveEntries.LOCK))) {
      return LockFormat.read(input, file + "!/" + ArchiveEntries.LOCK);
    } catch (IOException e) {
      throw invalid(file, "its lock cannot be read: " + e.getMessage(), e);
    }
  }

  private ZipEntry entry(String name) {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw invalid(file, "it holds no " + name, null);
    }
    return entry;
  }

  @Override
  public boolean fetches(Source source) {
    return true;
  }

  @Override
  public Fetched fetch(FetchRequest request) {
    // An archive's models are locked, so that all this is known.
    String sha256 = Objects.requireNonNull(request.file().sha256());
    String revision = Objects.requireNonNull(request.revision());
    ZipEntry entry = entry(ArchiveEntries.content(sha256));
    try (InputStream input = zip.getInputStream(entry)) {
      request.copy(input);
      return new Fetched(Origin.ARCHIVE, "jar:" + file.toUri() + "!/" + entry.getName(), revision);
    } catch (IOException e) {
      throw invalid(file, "%s in it cannot be read: %s".formatted(entry, e.getMessage()), e);
    }
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw invalid(file, "it cannot be closed: " + e.getMessage(), e);
    }
  }

  static InvalidFileException invalid(Path file, String problem, @Nullable Exception cause) {
    return new InvalidFileException(
        file.toString(), problem, "make it again with mvn models:export", cause);
  }
}
