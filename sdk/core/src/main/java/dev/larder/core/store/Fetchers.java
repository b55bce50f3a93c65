package dev.larder.core.store;

import dev.larder.api.NotFetchedException;
import dev.larder.core.catalog.Source;
import dev.larder.core.fetch.Fetcher;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Everything that can fetch, in the order of preference.
 *
 * @param fetchers may be empty, where an application is to have no network
 */
public record Fetchers(List<Fetcher> fetchers) {

  public Fetchers {
    fetchers = List.copyOf(fetchers);
  }

  /** No fetcher: what is not in the store is an error. */
  public static Fetchers none() {
    return new Fetchers(List.of());
  }

  /** The fetchers on the class path. */
  public static Fetchers onClassPath(ClassLoader loader) {
    List<Fetcher> found = new ArrayList<>();
    ServiceLoader.load(Fetcher.class, loader).forEach(found::add);
    return new Fetchers(found);
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

  private String remedy(Source source) {
    if (source instanceof Source.MavenSource || fetchers.isEmpty()) {
      return "run mvn models:fetch in the project that declares it";
    }
    return "run mvn models:fetch in the project that declares it,"
        + " or add dev.larder:models-hub to fetch at run time";
  }
}
