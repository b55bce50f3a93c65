package dev.larder.core.store;

import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Origin;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A place on this machine that may have a file's content already, so that nobody has to send it.
 */
interface LocalContent {

  /** What kind of place it is. */
  Origin origin();

  /** Files that may have the content; whether they do, their digest says. */
  Stream<Path> candidates(WantedModel model, ModelFile file);
}
