package dev.larder.core.store;

import dev.larder.api.ChecksumMismatchException;
import dev.larder.api.InterruptedCallException;
import dev.larder.api.ModelException;
import dev.larder.api.StorageException;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Origin;
import dev.larder.core.fetch.Fetched;
import dev.larder.core.fetch.Fetcher;
import dev.larder.core.file.Folders;
import dev.larder.core.lock.LockedFile;
import dev.larder.core.lock.LockedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Content by its digest. What lies here under a digest has it, or was changed behind our back. */
final class BlobStore {

  private final StorePlaces places;
  private final StoreLayout layout;
  private final StoreLocks locks;
  private final KnownDigests digests;
  private final StoreLocks impatient = new StoreLocks(Duration.ZERO);

  BlobStore(StorePlaces places, StoreLocks locks, KnownDigests digests) {
    this.places = places;
    this.digests = digests;
    this.layout = places.own();
    this.locks = locks;
  }

  /**
   * A file that is now here.
   *
   * @param fetched where it came from; null where it was here already
   */
  record Stored(LockedFile file, @Nullable Fetched fetched) {}

  /**
   * Makes sure that a file is here and has a name in the model's folder; of several who want it at
   * once, one fetches it.
   */
  Stored ensure(Arrival arrival, Fetchers fetchers) {
    StoreFiles.createStore(layout);
    return locks.whileHolding(
        arrival.model().label(),
        layout.lock(arrival.id()),
        holder -> tellOfWait(arrival, holder),
        () -> arrival.run().whileFetching(arrival.id(), () -> ensureAlone(arrival, fetchers)));
  }

  /** Two models may share a file, a tokenizer for instance; that is nobody's business. */
  private static void tellOfWait(Arrival arrival, String holder) {
    if (!arrival.run().isFetching(arrival.id())) {
      arrival.listener().waits(arrival.model().label(), holder);
    }
  }

  private Stored ensureAlone(Arrival arrival, Fetchers fetchers) {
    Stored stored = present(arrival).orElseGet(() -> obtain(arrival, fetchers));
    // Under the lock, or the content could be removed before it has its name.
    Path name = arrival.name();
    if (name != null) {
      StoreFiles.link(layout.blob(stored.file().sha256()), name);
    }
    return stored;
  }

  /** Whether the content seems to be here, without a look into it. */
  boolean seemsPresent(ModelFile file) {
    String sha256 = file.sha256();
    return sha256 != null && Files.isRegularFile(layout.blob(sha256), LinkOption.NOFOLLOW_LINKS);
  }

  /** How many bytes an earlier try has left. */
  long partialSize(Arrival arrival) {
    try {
      return Files.size(layout.partial(arrival.id()));
    } catch (IOException e) {
      return 0;
    }
  }

  private Optional<Stored> present(Arrival arrival) {
    ModelFile file = arrival.file();
    String sha256 = file.sha256();
    // Where only the newest revision is known, its source has to say which one that is.
    if (sha256 == null || arrival.model().revision() == null) {
      return Optional.empty();
    }
    Path blob = layout.blob(sha256);
    if (seemsPresent(file) && !has(blob, sha256)) {
      StoreFiles.delete(blob);
    }
    Path name = arrival.name();
    if (!seemsPresent(file) && name != null && Files.isRegularFile(name) && has(name, sha256)) {
      StoreFiles.link(name, blob);
    }
    return seemsPresent(file)
        ? Optional.of(
            new Stored(
                new LockedFile(file.role(), file.path(), sha256, StoreFiles.size(blob)), null))
        : Optional.empty();
  }

  /**
   * Makes one file again of a model's files and the content that they are names of, where a copy
   * made two of each. What somebody is busy with, or cannot be linked, stays as it is.
   *
   * @param folder where the files lie, intact
   */
  void reunite(LockedModel model, Path folder) {
    for (LockedFile file : model.files()) {
      Path name = file.in(folder);
      Path blob = layout.blob(file.sha256());
      try {
        // Mostly they are one, and nobody has to wait or write to see that.
        if (!areOne(name, blob)) {
          impatient.whileHolding(
              model.label(), layout.lock(file.sha256()), holder -> {}, () -> link(name, blob));
        }
      } catch (ModelException e) {
        // It takes more room than it has to, and is found all the same.
      }
    }
  }

  private static boolean areOne(Path name, Path blob) {
    try {
      return Files.isSameFile(name, blob);
    } catch (IOException e) {
      return false;
    }
  }

  private static Path link(Path name, Path blob) {
    StoreFiles.createFolder(blob.resolveSibling(""));
    try {
      Folders.replaceByLink(blob, name);
      return blob;
    } catch (UnsupportedOperationException | IOException e) {
      // As said above.
      return blob;
    }
  }

  private boolean has(Path file, String sha256) {
    try {
      return digests.of(file, FileLook.of(file)).filter(sha256::equals).isPresent();
    } catch (IOException e) {
      throw StorageFault.of(file, e);
    }
  }

  private Stored obtain(Arrival arrival, Fetchers fetchers) {
    return copy(arrival).orElseGet(() -> fetch(arrival, fetchers));
  }

  /** Takes content that this machine has elsewhere, if a digest of it is known. */
  private Optional<Stored> copy(Arrival arrival) {
    String revision = arrival.model().revision();
    if (revision == null || !arrival.hasDigest()) {
      return Optional.empty();
    }
    return places.elsewhere().flatMap(place -> copy(place, arrival, revision)).findFirst();
  }

  private Stream<Stored> copy(LocalContent place, Arrival arrival, String revision) {
    return place
        .candidates(arrival.model(), arrival.file())
        .filter(candidate -> StoreFiles.isReadable(candidate, arrival.file().size()))
        .flatMap(candidate -> copy(candidate, place.origin(), arrival, revision).stream());
  }

  private Optional<Stored> copy(Path candidate, Origin origin, Arrival arrival, String revision) {
    Optional<String> digest = digest(candidate, arrival.file());
    if (digest.isEmpty()) {
      return Optional.empty();
    }
    String sha256 = digest.get();
    Path blob = layout.blob(sha256);
    StoreFiles.copy(candidate, blob);
    // Whoever owns the place may have changed it since it was hashed.
    if (!has(blob, sha256)) {
      StoreFiles.delete(blob);
      return Optional.empty();
    }
    ModelFile file = arrival.file();
    return Optional.of(
        new Stored(
            new LockedFile(file.role(), file.path(), sha256, StoreFiles.size(blob)),
            new Fetched(origin, candidate.toUri().toString(), revision)));
  }

  /** The digest of content that is a file's, by the strongest one that is known of the file. */
  private Optional<String> digest(Path content, ModelFile file) {
    String sha256 = file.sha256();
    if (sha256 != null) {
      return has(content, sha256) ? Optional.of(sha256) : Optional.empty();
    }
    ContentDigests digests = ContentDigests.of(content);
    return digests.areOf(file) ? Optional.of(digests.sha256()) : Optional.empty();
  }

  /** Asks one place after the other, until one has the file. */
  private Stored fetch(Arrival arrival, Fetchers fetchers) {
    FailedPlaces failed = new FailedPlaces();
    Iterator<FilePlace> places = fetchers.places(arrival, layout.home()).iterator();
    while (places.hasNext()) {
      FilePlace place = places.next();
      try {
        return fetch(arrival, place, fetchers.of(place));
      } catch (StorageException | InterruptedCallException e) {
        // No other place mends that.
        throw e;
      } catch (ModelException e) {
        failed.add(place, e);
        if (arrival.run().noteFailure(place.source()) && places.hasNext()) {
          arrival.listener().failsOver(arrival.model().label(), place.source().text(), e);
        }
      }
    }
    throw failed.failure(arrival);
  }

  private Stored fetch(Arrival arrival, FilePlace place, Fetcher fetcher) {
    try {
      return fetchOnce(arrival, place, fetcher);
    } catch (ChecksumMismatchException e) {
      // Either what was there was bad, and is gone now; or the source said something else of the
      // file, which may have been for a moment.
      return fetchOnce(arrival, place, fetcher);
    }
  }

  private Stored fetchOnce(Arrival arrival, FilePlace place, Fetcher fetcher) {
    Path path = layout.partial(arrival.id());
    if (arrival.file().sha256() != null) {
      return fetchInto(path, arrival, place, fetcher);
    }
    // Nothing tells which file an earlier run has left the beginning of.
    StoreFiles.delete(path);
    try {
      return fetchInto(path, arrival, place, fetcher);
    } finally {
      StoreFiles.delete(path);
    }
  }

  private Stored fetchInto(Path path, Arrival arrival, FilePlace place, Fetcher fetcher) {
    try (PartialFile partial = PartialFile.open(path, fetcher.newSha256())) {
      ArrivingFile sink = arrival.into(partial);
      try {
        Fetched fetched =
            arrival.wholeIn(partial).orElseGet(() -> arrival.fetch(place, fetcher, sink));
        LockedFile file = arrival.verified(partial, place);
        partial.publish(layout.blob(file.sha256()));
        sink.succeed();
        return new Stored(file, fetched);
      } catch (RuntimeException e) {
        sink.fail();
        throw e;
      }
    }
  }
}
