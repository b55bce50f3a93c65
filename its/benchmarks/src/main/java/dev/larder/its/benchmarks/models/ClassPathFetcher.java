package dev.larder.its.benchmarks.models;

import dev.larder.core.catalog.Origin;
import dev.larder.core.catalog.Source;
import dev.larder.core.fetch.FetchRequest;
import dev.larder.core.fetch.Fetched;
import dev.larder.core.fetch.Fetcher;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Takes a model's files from the class path instead of the place that the catalog names. */
record ClassPathFetcher(RealModel model) implements Fetcher {

  @Override
  public boolean fetches(Source source) {
    return true;
  }

  @Override
  public Fetched fetch(FetchRequest request) {
    String entry = model.entry(request.file().role());
    try (InputStream input = ClassPathFetcher.class.getResourceAsStream(entry)) {
      request.copy(Objects.requireNonNull(input, entry));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Fetched(
        Origin.LOCAL_REPOSITORY, "classpath:" + entry, Objects.requireNonNull(request.revision()));
  }
}
