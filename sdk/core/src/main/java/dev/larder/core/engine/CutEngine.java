package dev.larder.core.engine;

import dev.larder.api.EmbeddingEngine;
import java.util.Arrays;

/** Another engine, whose vectors are cut. */
final class CutEngine extends DerivedEmbeddingEngine {

  private final VectorCut cut;

  CutEngine(EmbeddingEngine engine, VectorCut cut) {
    super(engine, cut.dimensions());
    this.cut = cut;
  }

  @Override
  protected float[][] derive(float[][] vectors) {
    return Arrays.stream(vectors).map(cut::of).toArray(float[][]::new);
  }
}
