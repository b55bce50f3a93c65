package dev.larder.core.store;

import dev.larder.api.ChecksumMismatchException;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.fetch.FetchRequest;
import dev.larder.core.fetch.Fetched;
import dev.larder.core.fetch.Fetcher;
import dev.larder.core.lock.LockedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Content by its digest. What lies here under a digest has it, or was changed behind our back. */
final class BlobStore {

  private final StoreLayout layout;
  private final StoreLocks locks;

  BlobStore(StoreLayout layout, StoreLocks locks) {
    this.layout = layout;
    this.locks = locks;
  }

  /**
   * A file that is now here.
   *
   * @param fetched where it came from; null where it was here already
   */
  record Stored(LockedFile file, @Nullable Fetched fetched) {}

  /** Makes sure that a file is here; of several who want it at once, one fetches it. */
  Stored ensure(WantedModel model, ModelFile file, Fetchers fetchers) {
    String sha256 = file.sha256();
    String id = sha256 == null ? idOfUnknown(model, file) : sha256;
    return locks.whileHolding(
        model.label(),
        layout.lock(id),
        () -> {
          // Where only the newest revision is known, its source has to say which one that is.
          Stored present = model.revision() == null ? null : find(file);
          return present == null ? fetch(model, file, id, fetchers) : present;
        });
  }

  private @Nullable Stored find(ModelFile file) {
    String sha256 = file.sha256();
    if (sha256 == null) {
      return null;
    }
    Path blob = layout.blob(sha256);
    if (!Files.isRegularFile(blob)) {
      return null;
    }
    if (!PartialFile.digestOf(blob).equals(sha256)) {
      PartialFile.discard(blob);
      return null;
    }
    return new Stored(new LockedFile(file.role(), file.path(), sha256, sizeOf(blob)), null);
  }

  private Stored fetch(WantedModel model, ModelFile file, String id, Fetchers fetchers) {
    Fetcher fetcher = fetchers.find(model, layout.home());
    Path path = layout.partial(id);
    StoreFiles.createFolder(layout.home().resolve("cache/partial"));
    try {
      return fetchOnce(model, file, fetcher, path);
    } catch (ChecksumMismatchException e) {
      // What was left of an earlier try may have been bad: once more, from the first byte.
      PartialFile.discard(path);
      try {
        return fetchOnce(model, file, fetcher, path);
      } catch (ChecksumMismatchException again) {
        PartialFile.discard(path);
        throw again;
      }
    }
  }

  private Stored fetchOnce(WantedModel model, ModelFile file, Fetcher fetcher, Path path) {
    Fetched fetched;
    String digest;
    long size;
    try (PartialFile partial = PartialFile.open(path)) {
      fetched =
          fetcher.fetch(
              new FetchRequest(model.label(), model.source(), model.revision(), file, partial));
      digest = partial.digest();
      size = partial.size();
    }
    String expected = file.sha256();
    if (expected != null && !expected.equals(digest)) {
      throw new ChecksumMismatchException(file.path(), model.source().text(), expected, digest);
    }
    Long expectedSize = file.size();
    if (expectedSize != null && expectedSize != size) {
      throw new ChecksumMismatchException(
          file.path(), model.source().text(), expectedSize + " bytes", size + " bytes");
    }
    StoreFiles.publish(path, layout.blob(digest));
    return new Stored(new LockedFile(file.role(), file.path(), digest, size), fetched);
  }

  /** A file without a known digest is locked by where it comes from. */
  private static String idOfUnknown(WantedModel model, ModelFile file) {
    String origin = model.source().text() + "@" + model.revision() + "/" + file.path();
    return UUID.nameUUIDFromBytes(origin.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static long sizeOf(Path blob) {
    try {
      return Files.size(blob);
    } catch (IOException e) {
      throw StoreFiles.failure(blob, e);
    }
  }
}
