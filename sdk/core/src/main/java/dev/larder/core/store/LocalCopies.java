package dev.larder.core.store;

import dev.larder.api.ModelException;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Origin;
import dev.larder.core.catalog.Provenance;
import dev.larder.core.fetch.Fetcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Holds every copy of a model's files that lies on this machine to the digests that the catalog
 * states: in the stores, in the cache of huggingface_hub, and where a fetcher has it here. Every
 * byte is hashed, nothing is fetched and nothing changed.
 */
public final class LocalCopies {

  private record Candidate(Origin origin, Path path) {}

  private final StorePlaces places;
  private final Fetcher fetcher;

  /**
   * @param layout the user's store, with the shared stores and caches around it that the
   *     environment names
   * @param fetcher is asked for what {@link Fetcher#isHere} says is here, and may use no network
   */
  public LocalCopies(StoreLayout layout, Fetcher fetcher) {
    this(StorePlaces.around(layout), fetcher);
  }

  LocalCopies(StorePlaces places, Fetcher fetcher) {
    this.places = places;
    this.fetcher = fetcher;
  }

  /** The copies of those files whose digest is stated. */
  public List<LocalCopy> of(WantedModel model) {
    return model.files().stream()
        .filter(file -> file.sha256() != null)
        .flatMap(file -> Stream.concat(files(model, file), fetchable(model, file)))
        .toList();
  }

  private Stream<LocalCopy> files(WantedModel model, ModelFile file) {
    Set<Path> seen = new HashSet<>();
    return Stream.concat(
            Stream.of(new Candidate(Origin.STORE, places.own().blob(sha256(file)))),
            places
                .elsewhere()
                .flatMap(
                    content ->
                        content
                            .candidates(model, file)
                            .map(path -> new Candidate(content.origin(), path))))
        .filter(candidate -> Files.isRegularFile(candidate.path()))
        .filter(candidate -> seen.add(real(candidate.path())))
        .map(candidate -> hashed(file, candidate));
  }

  private static String sha256(ModelFile file) {
    return Objects.requireNonNull(file.sha256(), "files without one were left out");
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path;
    }
  }

  private static LocalCopy hashed(ModelFile file, Candidate candidate) {
    String path = candidate.path().toString();
    try {
      return copy(file, candidate.origin(), path, ContentDigests.of(candidate.path()).sha256());
    } catch (ModelException e) {
      return new LocalCopy(file, candidate.origin(), path, e.sentence());
    }
  }

  private Stream<LocalCopy> fetchable(WantedModel model, ModelFile file) {
    return FilePlace.of(model, file)
        .filter(place -> fetcher.fetches(place.source()) && fetcher.isHere(place.source()))
        .map(place -> fetched(model, file, place));
  }

  private LocalCopy fetched(WantedModel model, ModelFile file, FilePlace place) {
    DigestSink sink = new DigestSink();
    try {
      Provenance from = fetcher.fetch(place.request(model, file, sink)).from();
      return copy(file, from.origin(), from.url(), sink.hex());
    } catch (ModelException e) {
      return new LocalCopy(
          file, Origin.LOCAL_REPOSITORY, place.source().text() + "!/" + place.path(), e.sentence());
    }
  }

  private static LocalCopy copy(ModelFile file, Origin origin, String place, String sha256) {
    String problem = sha256.equals(file.sha256()) ? null : "it has SHA-256 " + sha256;
    return new LocalCopy(file, origin, place, problem);
  }
}
