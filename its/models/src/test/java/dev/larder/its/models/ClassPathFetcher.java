package dev.larder.its.models;

import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Origin;
import dev.larder.core.catalog.Source;
import dev.larder.core.fetch.FetchRequest;
import dev.larder.core.fetch.Fetched;
import dev.larder.core.fetch.Fetcher;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;

/** Brings the catalog's files out of the artifacts on the class path, found by their digests. */
record ClassPathFetcher() implements Fetcher {

  @Override
  public boolean fetches(Source source) {
    return Arrays.stream(RealModel.values())
        .anyMatch(model -> model.inCatalog().variant().source().equals(source));
  }

  @Override
  public Fetched fetch(FetchRequest request) {
    try (InputStream bytes = open(request.file())) {
      request.copy(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Fetched(
        Origin.LOCAL_REPOSITORY,
        request.source().text(),
        Objects.requireNonNull(request.revision(), "the catalog pins each of them"));
  }

  private static InputStream open(ModelFile wanted) throws IOException {
    String digest = Objects.requireNonNull(wanted.sha256());
    for (RealModel model : RealModel.values()) {
      for (ModelFile file : model.inCatalog().variant().files()) {
        if (digest.equals(file.sha256())) {
          return model.open(file.role());
        }
      }
    }
    throw new IllegalArgumentException(wanted.path());
  }
}
