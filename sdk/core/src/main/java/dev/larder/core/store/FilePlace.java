package dev.larder.core.store;

import dev.larder.core.catalog.Mirror;
import dev.larder.core.catalog.Source;
import org.jspecify.annotations.Nullable;

/**
 * One place that may have a file: its source, or a mirror.
 *
 * @param source where
 * @param revision which commit or version; null where only the source's newest is known
 * @param path what the file is called there
 */
record FilePlace(Source source, @Nullable String revision, String path) {

  static FilePlace of(Mirror mirror) {
    return new FilePlace(mirror.artifact(), mirror.artifact().version(), mirror.path());
  }
}
