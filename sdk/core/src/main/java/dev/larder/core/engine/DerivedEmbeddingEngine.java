package dev.larder.core.engine;

import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.EmbeddingRequest;
import dev.larder.api.EngineCounters;
import dev.larder.api.ModelInfo;
import dev.larder.api.TextRole;
import java.util.ArrayList;
import java.util.List;

/**
 * Another engine, whose vectors are made into others. Everything else is that engine's, and closing
 * this one closes it.
 */
public abstract class DerivedEmbeddingEngine implements EmbeddingEngine {

  private final EmbeddingEngine engine;
  private final int dimensions;

  /**
   * @param dimensions the length of the vectors that come of it
   */
  protected DerivedEmbeddingEngine(EmbeddingEngine engine, int dimensions) {
    this.engine = engine;
    this.dimensions = dimensions;
  }

  /** What becomes of some of the engine's vectors, in their order. */
  protected abstract float[][] derive(float[][] vectors);

  @Override
  public final List<Embedding> embed(EmbeddingRequest request) {
    List<Embedding> own = engine.embed(request);
    float[][] vectors = derive(own.stream().map(Embedding::vector).toArray(float[][]::new));
    List<Embedding> derived = new ArrayList<>(vectors.length);
    for (int i = 0; i < vectors.length; i++) {
      derived.add(new Embedding(vectors[i], own.get(i).tokens(), own.get(i).truncatedTokens()));
    }
    return derived;
  }

  @Override
  public final int dimensions() {
    return dimensions;
  }

  @Override
  public final ModelInfo model() {
    return engine.model();
  }

  @Override
  public final int maxTokens() {
    return engine.maxTokens();
  }

  @Override
  public final int countTokens(String text, TextRole role) {
    return engine.countTokens(text, role);
  }

  @Override
  public final int countTokens(String text, TextRole role, int most) {
    return engine.countTokens(text, role, most);
  }

  @Override
  public EngineCounters counters() {
    return engine.counters();
  }

  @Override
  public final void close() {
    engine.close();
  }
}
