package dev.larder.core.engine;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.Engine;
import dev.larder.api.GenerationEngine;
import dev.larder.api.RerankEngine;

/** Cheap handles that open their native session at the first use. */
public final class LazyEngines {

  private final EngineFinder finder;

  public LazyEngines(EngineFinder finder) {
    this.finder = finder;
  }

  /** A handle of the engine type of the model's task. */
  public Engine of(InstalledModel model) {
    return switch (model.model().task()) {
      case EMBEDDING -> new LazyEmbeddingEngine(model, () -> (EmbeddingEngine) finder.open(model));
      case RERANK -> new LazyRerankEngine(model, () -> (RerankEngine) finder.open(model));
      case GENERATION ->
          new LazyGenerationEngine(model, () -> (GenerationEngine) finder.open(model));
    };
  }
}
