package dev.larder.projections;

import dev.larder.api.EmbeddingEngine;
import dev.larder.core.engine.DerivedEmbeddingEngine;
import dev.larder.projections.network.Network;
import java.util.Arrays;

/**
 * An embedding engine whose vectors go through a network. They have the length 1. Closing it closes
 * the engine.
 */
public final class ProjectedEmbeddingEngine extends DerivedEmbeddingEngine {

  /** Few enough to be projected by the calling thread alone. */
  private static final int AT_ONCE = 16;

  private final Network network;

  ProjectedEmbeddingEngine(EmbeddingEngine engine, Network network) {
    super(engine, network.outputs());
    this.network = network;
  }

  @Override
  protected float[][] derive(float[][] vectors) {
    float[][] projected = new float[vectors.length][];
    for (int first = 0; first < vectors.length; first += AT_ONCE) {
      int last = Math.min(first + AT_ONCE, vectors.length);
      float[][] some = network.apply(Arrays.copyOfRange(vectors, first, last));
      System.arraycopy(some, 0, projected, first, some.length);
    }
    return projected;
  }
}
