package dev.larder.core.engine;

import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.EmbeddingRequest;
import dev.larder.api.EngineCounters;
import dev.larder.api.ModelInfo;
import dev.larder.api.TextRole;
import java.util.List;

/** Another engine, whose vectors are cut. */
final class CutEngine implements EmbeddingEngine {

  private final EmbeddingEngine engine;
  private final VectorCut cut;

  CutEngine(EmbeddingEngine engine, VectorCut cut) {
    this.engine = engine;
    this.cut = cut;
  }

  @Override
  public ModelInfo model() {
    return engine.model();
  }

  @Override
  public int dimensions() {
    return cut.dimensions();
  }

  @Override
  public int maxTokens() {
    return engine.maxTokens();
  }

  @Override
  public int countTokens(String text, TextRole role) {
    return engine.countTokens(text, role);
  }

  @Override
  public List<Embedding> embed(EmbeddingRequest request) {
    return engine.embed(request).stream()
        .map(
            embedding ->
                new Embedding(
                    cut.of(embedding.vector()), embedding.tokens(), embedding.truncatedTokens()))
        .toList();
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
