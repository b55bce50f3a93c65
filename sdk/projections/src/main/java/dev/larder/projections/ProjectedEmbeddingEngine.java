package dev.larder.projections;

import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.EmbeddingRequest;
import dev.larder.api.EngineCounters;
import dev.larder.api.ModelInfo;
import dev.larder.api.TextRole;
import dev.larder.projections.network.Network;
import java.util.ArrayList;
import java.util.List;

/**
 * An embedding engine whose vectors go through a network. They have the length 1. Closing it closes
 * the engine.
 */
public final class ProjectedEmbeddingEngine implements EmbeddingEngine {

  /** Few enough to be projected by the calling thread alone. */
  private static final int AT_ONCE = 16;

  private final EmbeddingEngine engine;
  private final Network network;

  ProjectedEmbeddingEngine(EmbeddingEngine engine, Network network) {
    this.engine = engine;
    this.network = network;
  }

  @Override
  public ModelInfo model() {
    return engine.model();
  }

  @Override
  public int dimensions() {
    return network.outputs();
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
    List<Embedding> embeddings = engine.embed(request);
    List<Embedding> projected = new ArrayList<>(embeddings.size());
    for (int first = 0; first < embeddings.size(); first += AT_ONCE) {
      project(embeddings.subList(first, Math.min(first + AT_ONCE, embeddings.size())), projected);
    }
    return projected;
  }

  private void project(List<Embedding> embeddings, List<Embedding> projected) {
    float[][] vectors =
        network.apply(embeddings.stream().map(Embedding::vector).toArray(float[][]::new));
    for (int i = 0; i < vectors.length; i++) {
      Embedding own = embeddings.get(i);
      projected.add(new Embedding(vectors[i], own.tokens(), own.truncatedTokens()));
    }
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
