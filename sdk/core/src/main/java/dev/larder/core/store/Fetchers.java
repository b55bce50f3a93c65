package dev.larder.core.store;

import dev.larder.api.NotFetchedException;
import dev.larder.core.catalog.Source;
import dev.larder.core.fetch.Fetcher;
import dev.larder.core.fetch.MetadataRequest;
import dev.larder.core.fetch.MetadataSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Everything that can fetch, in the order of preference.
 *
 * @param fetchers may be empty, where an application is to have no network
 * @param metadata who can be asked for commits and digests that nobody else states
 */
public record Fetchers(List<Fetcher> fetchers, List<MetadataSource> metadata)
    implements AutoCloseable {

  public Fetchers {
    fetchers = List.copyOf(fetchers);
    metadata = List.copyOf(metadata);
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

  Fetcher find(WantedModel model, Path store) {
    return fetchers.stream()
        .filter(fetcher -> fetcher.fetches(model.source()))
        .findFirst()
        .orElseThrow(
            () ->
                new NotFetchedException(
                    model.key().text(), store.toString(), remedy(model.source())));
  }

  /** The same model, with what its source declares where the catalog and the lock say nothing. */
  WantedModel describe(WantedModel model) {
    if (model.isPinned()) {
      return model;
    }
    return metadata.stream()
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

  private static String remedy(Source source) {
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
