package dev.larder.core.engine;

import dev.larder.api.EngineCounters;
import dev.larder.api.Generation;
import dev.larder.api.GenerationEngine;
import dev.larder.api.GenerationRequest;
import dev.larder.api.ModelInfo;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A generation engine that opens its native session at the first use. */
final class LazyGenerationEngine implements GenerationEngine {

  private final InstalledModel model;
  private final OpenOnce<GenerationEngine> engine;

  LazyGenerationEngine(InstalledModel model, Supplier<GenerationEngine> open) {
    this.model = model;
    this.engine = new OpenOnce<>(model.label(), open);
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
  public Generation generate(GenerationRequest request, Consumer<String> pieces) {
    return engine.get().generate(request, pieces);
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
