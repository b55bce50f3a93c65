package dev.larder.core.archive;

import dev.larder.core.catalog.Origin;
import dev.larder.core.catalog.Source;
import dev.larder.core.fetch.FetchRequest;
import dev.larder.core.fetch.Fetched;
import dev.larder.core.fetch.Fetcher;
import dev.larder.core.file.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * Files on this machine as a place that models can be fetched from; they are copied, and stay.
 *
 * @param bySha256 the files by their digests, which the store checks again
 */
public record LocalFiles(Map<String, Path> bySha256) implements Fetcher {

  public LocalFiles {
    bySha256 = Map.copyOf(bySha256);
  }

  @Override
  public boolean fetches(Source source) {
    return true;
  }

  @Override
  public Fetched fetch(FetchRequest request) {
    // Whoever recognised these files knows the models, and so all this.
    String sha256 = Objects.requireNonNull(request.file().sha256());
    String revision = Objects.requireNonNull(request.revision());
    Path file = bySha256.get(sha256);
    try {
      if (file == null) {
        throw new NoSuchFileException(request.file().path());
      }
      try (InputStream input = Files.newInputStream(file)) {
        request.copy(input);
      }
      return new Fetched(Origin.FOLDER, file.toUri().toString(), revision);
    } catch (IOException e) {
      throw Place.PROJECT.fault(file == null ? Path.of(request.file().path()) : file, e);
    }
  }
}
