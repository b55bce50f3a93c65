package dev.larder.core.engine;

import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.EmbeddingRequest;
import dev.larder.api.EngineCounters;
import dev.larder.api.ModelInfo;
import dev.larder.api.TextRole;
import java.util.List;

/** An embedding engine that opens its native session at the first use. */
final class LazyEmbeddingEngine implements EmbeddingEngine {

  private final InstalledModel model;
  private final OpenOnce<EmbeddingEngine> engine;

  LazyEmbeddingEngine(InstalledModel model, OpenOnce<EmbeddingEngine> engine) {
    this.model = model;
    this.engine = engine;
  }

  @Override
  public ModelInfo model() {
    return model.info();
  }

  @Override
  public int dimensions() {
    return model.model().dimensions();
  }

  @Override
  public int maxTokens() {
    return engine.get().maxTokens();
  }

  @Override
  public int countTokens(String text, TextRole role) {
    return engine.get().countTokens(text, role);
  }

  @Override
  public int countTokens(String text, TextRole role, int most) {
    return engine.get().countTokens(text, role, most);
  }

  @Override
  public List<Embedding> embed(EmbeddingRequest request) {
    return engine.get().embed(request);
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
