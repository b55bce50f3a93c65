package dev.larder.core.engine;

import dev.larder.api.EngineCounters;
import dev.larder.api.GenerationEngine;
import dev.larder.api.GenerationRequest;
import dev.larder.api.GenerationStream;
import dev.larder.api.ModelInfo;

/** A generation engine that opens its native session at the first use. */
final class LazyGenerationEngine implements GenerationEngine {

  private final InstalledModel model;
  private final OpenOnce<GenerationEngine> engine;

  LazyGenerationEngine(InstalledModel model, OpenOnce<GenerationEngine> engine) {
    this.model = model;
    this.engine = engine;
  }

  @Override
  public ModelInfo model() {
    return model.info();
  }

  @Override
  public int maxTokens() {
    return engine.get().maxTokens();
  }

  @Override
  public GenerationStream stream(GenerationRequest request) {
    return engine.get().stream(request);
  }

  @Override
  public EngineCounters counters() {
    return engine.counters();
  }

  @Override
  public void close() {
    engine.close();
  }
}
