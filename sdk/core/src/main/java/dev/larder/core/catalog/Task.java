package dev.larder.core.catalog;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.Engine;
import dev.larder.api.GenerationEngine;
import dev.larder.api.RerankEngine;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a model does, and which engine type does it. */
public enum Task {
  EMBEDDING(EmbeddingEngine.class),
  RERANK(RerankEngine.class),
  GENERATION(GenerationEngine.class);

  private final Class<? extends Engine> engineType;

  Task(Class<? extends Engine> engineType) {
    this.engineType = engineType;
  }

  /** The type that is injected for a model of this task. */
  public Class<? extends Engine> engineType() {
    return engineType;
  }

  /** The word that stands in catalogs and manifests. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The task of an engine type, given by its canonical name. */
  public static Optional<Task> ofEngineType(String canonicalName) {
    return Arrays.stream(values())
        .filter(task -> task.engineType.getCanonicalName().equals(canonicalName))
        .findFirst();
  }
}
