package dev.larder.core.store;

import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Origin;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Another store, often read-only, below the user's own. Its models are used in place. Content that
 * has no name there, or another one than is needed, is checked and copied.
 */
record SharedStore(StoreLayout layout) implements LocalContent {

  @Override
  public Origin origin() {
    return Origin.SHARED_STORE;
  }

  @Override
  public Stream<Path> candidates(WantedModel model, ModelFile file) {
    String sha256 = file.sha256();
    return sha256 == null ? Stream.empty() : Stream.of(layout.blob(sha256));
  }
}
