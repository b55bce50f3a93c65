package dev.larder.core.store;

import dev.larder.core.catalog.Mirror;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Source;
import dev.larder.core.fetch.FetchRequest;
import dev.larder.core.fetch.FileSink;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One place that may have a file: its source, or a mirror.
 *
 * @param source where
 * @param revision which commit or version; null where only the source's newest is known
 * @param path what the file is called there
 */
record FilePlace(Source source, @Nullable String revision, String path) {

  /** All places of a file: its source, then its mirrors. */
  static Stream<FilePlace> of(WantedModel model, ModelFile file) {
    FilePlace source = new FilePlace(model.source(), model.revision(), file.path());
    // A mirror does not say which revision a file is of.
    return model.revision() == null
        ? Stream.of(source)
        : Stream.concat(Stream.of(source), file.mirrors().stream().map(FilePlace::of));
  }

  private static FilePlace of(Mirror mirror) {
    return new FilePlace(mirror.artifact(), mirror.artifact().version(), mirror.path());
  }

  /** What is asked of whoever fetches from here. */
  FetchRequest request(WantedModel model, ModelFile file, FileSink sink) {
    return new FetchRequest(model.label(), source, revision, file.at(path), sink);
  }
}
