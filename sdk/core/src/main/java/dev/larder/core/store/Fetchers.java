package dev.larder.core.store;

import dev.larder.api.NotFetchedException;
import dev.larder.core.catalog.Source;
import dev.larder.core.fetch.Fetcher;
import dev.larder.core.fetch.MetadataRequest;
import dev.larder.core.fetch.MetadataSource;
import dev.larder.core.fetch.SourceOrder;
import dev.larder.core.lock.LockedModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * Everything that can fetch, in the order of preference.
 *
 * @param fetchers may be empty, where an application is to have no network
 * @param metadata who can be asked for commits and digests that nobody else states
 * @param order which kinds of sources are asked, and which first
 */
public record Fetchers(List<Fetcher> fetchers, List<MetadataSource> metadata, SourceOrder order)
    implements AutoCloseable {

  public Fetchers {
    fetchers = List.copyOf(fetchers);
    metadata = List.copyOf(metadata);
  }

  /** A file's source takes precedence over its mirrors. */
  public Fetchers(List<Fetcher> fetchers, List<MetadataSource> metadata) {
    this(fetchers, metadata, SourceOrder.OF_THE_FILE);
  }

  /** The same in another order. */
  public Fetchers in(SourceOrder other) {
    return new Fetchers(fetchers, metadata, other);
  }

  /** No fetcher: what is not in the store is an error. */
  public static Fetchers none() {
    return new Fetchers(List.of(), List.of());
  }

  /** The fetchers on the class path. */
  public static Fetchers onClassPath(ClassLoader loader) {
    List<Fetcher> fetchers = new ArrayList<>();
    List<MetadataSource> metadata = new ArrayList<>();
    ServiceLoader.load(Fetcher.class, loader).forEach(fetchers::add);
    ServiceLoader.load(MetadataSource.class, loader).forEach(metadata::add);
    return new Fetchers(fetchers, metadata);
  }

  /**
   * The places that can be asked for a file, the first one first: what is on this machine, then as
   * the order says; what has failed already comes last.
   *
   * @throws NotFetchedException if there is none
   */
  List<FilePlace> places(Arrival arrival, Path store) {
    List<FilePlace> places =
        arrival
            .places()
            .filter(place -> order.allows(place.source().kind()))
            .filter(place -> fetcher(place).isPresent())
            .sorted(
                Comparator.comparing(arrival.run()::hasFailed)
                    .thenComparing(place -> !isHere(place))
                    .thenComparing(place -> order.rank(place.source().kind())))
            .toList();
    if (places.isEmpty()) {
      WantedModel model = arrival.model();
      throw new NotFetchedException(model.key().text(), store.toString(), remedy(model.source()));
    }
    return places;
  }

  /** Who fetches from a place that can be asked. */
  Fetcher of(FilePlace place) {
    return fetcher(place).orElseThrow();
  }

  private Optional<Fetcher> fetcher(FilePlace place) {
    return fetchers.stream().filter(fetcher -> fetcher.fetches(place.source())).findFirst();
  }

  private boolean isHere(FilePlace place) {
    return fetcher(place).filter(fetcher -> fetcher.isHere(place.source())).isPresent();
  }

  /** The same model, with what its source declares where the catalog and the lock say nothing. */
  WantedModel describe(WantedModel model) {
    return model.isPinned() ? model : ask(model);
  }

  /** The exact files of a model, where they are known or its source states them. */
  public Optional<LockedModel> exactly(WantedModel model) {
    return model.exactly().or(() -> ask(model).exactly());
  }

  private WantedModel ask(WantedModel model) {
    return metadata.stream()
        .filter(source -> order.allows(model.source().kind()))
        .filter(source -> source.describes(model.source()))
        .findFirst()
        .map(
            source ->
                model.with(
                    source.describe(
                        new MetadataRequest(
                            model.label(), model.source(), model.revision(), model.files()))))
        .orElse(model);
  }

  private String remedy(Source source) {
    if (!order.allows(source.kind())) {
      return "name %s among the sources (-Dmodels.sources), or a mirror of the file"
          .formatted(source.kind().word());
    }
    String build = "run mvn models:fetch in the project that declares it";
    return source instanceof Source.MavenSource
        ? build
        : build + ", or add dev.larder:models-hub to fetch it from here";
  }

  @Override
  public void close() {
    fetchers.forEach(Fetcher::close);
  }
}
