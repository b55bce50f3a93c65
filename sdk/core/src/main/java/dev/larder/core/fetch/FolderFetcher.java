package dev.larder.core.fetch;

import dev.larder.api.DownloadFailedException;
import dev.larder.core.catalog.Source;
import dev.larder.core.catalog.Source.FileSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Copies files that lie in a folder of this machine. Their revision is the one that is asked for.
 *
 * @param base what a source's folder is relative to
 */
public record FolderFetcher(Path base) implements Fetcher {

  @Override
  public boolean fetches(Source source) {
    return source instanceof FileSource;
  }

  @Override
  public Fetched fetch(FetchRequest request) {
    Path file =
        base.resolve(((FileSource) request.source()).folder()).resolve(request.file().path());
    try (InputStream input = Files.newInputStream(file)) {
      request.copy(input);
    } catch (IOException e) {
      throw new DownloadFailedException(
          request.source().text(), "%s cannot be read there".formatted(file.getFileName()), 0, e);
    }
    return new Fetched(
        request.source().text() + "/" + request.file().path(),
        Objects.requireNonNull(request.revision(), "every definition has a revision"));
  }
}
