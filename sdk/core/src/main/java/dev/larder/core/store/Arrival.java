package dev.larder.core.store;

import dev.larder.api.ChecksumMismatchException;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Origin;
import dev.larder.core.fetch.Fetched;
import dev.larder.core.fetch.Fetcher;
import dev.larder.core.fetch.FileSink;
import dev.larder.core.fetch.TransferListener;
import dev.larder.core.lock.LockedFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One file that is to come into the store.
 *
 * @param model what it belongs to
 * @param file which file
 * @param name what it is to be called there; null where the revision that stands in it is unknown
 * @param listener who is told of it
 * @param run what it comes together with
 */
record Arrival(
    WantedModel model,
    ModelFile file,
    @Nullable Path name,
    TransferListener listener,
    FetchRun run) {

  /** What its lock and its partial are called: its digest, or else a digest of its origin. */
  String id() {
    if (file.sha256() != null) {
      return file.sha256();
    }
    String origin = model.source().text() + "@" + model.revision() + "/" + file.path();
    return UUID.nameUUIDFromBytes(origin.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /** Whether content from anywhere can be told to be this file's. */
  boolean hasDigest() {
    return file.sha256() != null || file.gitSha1() != null;
  }

  /** Its source, then its mirrors. */
  Stream<FilePlace> places() {
    return FilePlace.of(model, file);
  }

  /** Has it written by whoever fetches from a place. */
  Fetched fetch(FilePlace place, Fetcher fetcher, FileSink sink) {
    Fetched fetched = fetcher.fetch(place.request(model, file, sink));
    // Wherever the bytes come from, the model is at its source's revision.
    return model.revision() == null ? fetched : new Fetched(fetched.from(), model.revision());
  }

  ArrivingFile into(PartialFile partial) {
    return new ArrivingFile(this, partial);
  }

  /**
   * Where the file came from, if an earlier try has brought all of it, so that nobody has to be
   * asked. What has its length and is another file is thrown away.
   */
  Optional<Fetched> wholeIn(PartialFile partial) {
    String sha256 = file.sha256();
    Long size = file.size();
    if (sha256 == null
        || model.revision() == null
        || partial.size() == 0
        || (size != null && partial.size() < size)) {
      return Optional.empty();
    }
    if (partial.isWhole(sha256)) {
      return Optional.of(
          new Fetched(
              Origin.EARLIER_TRY, model.source().text() + "/" + file.path(), model.revision()));
    }
    if (size != null) {
      partial.empty();
    }
    return Optional.empty();
  }

  /**
   * What can be said of the file now that it is complete.
   *
   * @throws ChecksumMismatchException if it is another file than the one that is wanted, of which
   *     nothing is kept
   */
  LockedFile verified(PartialFile partial, FilePlace place) {
    long size = partial.size();
    String digest = partial.digest();
    if (file.sha256() != null && !file.sha256().equals(digest)) {
      partial.empty();
      throw mismatch(place, file.sha256(), digest);
    }
    if (file.size() != null && file.size() != size) {
      partial.empty();
      throw mismatch(place, file.size() + " bytes", size + " bytes");
    }
    return new LockedFile(file.role(), file.path(), digest, size);
  }

  private ChecksumMismatchException mismatch(FilePlace place, String expected, String actual) {
    return new ChecksumMismatchException(place.path(), place.source().text(), expected, actual);
  }
}
