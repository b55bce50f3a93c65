package dev.larder.guice;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.GenerationEngine;
import dev.larder.api.UsesModel;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.Optional;

/** Code that can do without the model {@code words}, but not without {@code chat}. */
final class Optionally {

  private Optionally() {}

  record ByConstructor(Optional<EmbeddingEngine> engine) {
    @Inject
    ByConstructor(@UsesModel("words") Optional<EmbeddingEngine> engine) {
      this.engine = engine;
    }
  }

  static final class ByField {
    @Inject
    @UsesModel("words")
    Provider<Optional<EmbeddingEngine>> engine;
  }

  record Needed(Optional<GenerationEngine> one, GenerationEngine other) {
    @Inject
    Needed(
        @UsesModel("chat") Optional<GenerationEngine> one,
        @UsesModel("chat") GenerationEngine other) {
      this.one = one;
      this.other = other;
    }
  }
}
