package dev.larder.core.fetch;

import dev.larder.api.DownloadFailedException;
import dev.larder.core.catalog.Origin;
import dev.larder.core.catalog.Source;
import dev.larder.core.catalog.Source.FileSource;
import dev.larder.core.file.PathText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
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
  public boolean isHere(Source source) {
    return true;
  }

  @Override
  public Fetched fetch(FetchRequest request) {
    Path folder = new PathText(((FileSource) request.source()).folder()).in(base);
    try {
      copy(folder.resolve(request.file().path()), request);
    } catch (InvalidPathException e) {
      // Here, no file has such a name.
      throw missing(request, e);
    }
    return new Fetched(
        Origin.FOLDER,
        request.source().text() + "/" + request.file().path(),
        Objects.requireNonNull(request.revision(), "every definition has a revision"));
  }

  private static void copy(Path file, FetchRequest request) {
    try (InputStream input = Files.newInputStream(file)) {
      request.copy(input);
    } catch (IOException e) {
      throw missing(request, e);
    }
  }

  private static DownloadFailedException missing(FetchRequest request, Exception cause) {
    return new DownloadFailedException(
        request.source().text(),
        "%s cannot be read there".formatted(request.file().path()),
        0,
        "put the file there, or correct the path; a folder is relative to that of the project",
        cause);
  }
}
