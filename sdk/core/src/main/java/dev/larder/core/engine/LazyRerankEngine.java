package dev.larder.core.engine;

import dev.larder.api.EngineCounters;
import dev.larder.api.ModelInfo;
import dev.larder.api.RankedDocument;
import dev.larder.api.RerankEngine;
import java.util.List;
import java.util.function.Supplier;

/** A reranking engine that opens its native session at the first use. */
final class LazyRerankEngine implements RerankEngine {

  private final InstalledModel model;
  private final OpenOnce<RerankEngine> engine;

  LazyRerankEngine(InstalledModel model, Supplier<RerankEngine> open) {
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
  public List<RankedDocument> rerank(String query, List<String> documents) {
    return engine.get().rerank(query, documents);
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
