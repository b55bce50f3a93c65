package dev.larder.core.store;

import dev.larder.core.catalog.ModelFile;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A place on this machine that may have a file's content already, so that nobody has to send it.
 */
interface LocalContent {

  /** Files that may have the content; whether they do, their digest says. */
  Stream<Path> candidates(WantedModel model, ModelFile file);
}
