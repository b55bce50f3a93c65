package dev.larder.onnx;

import dev.larder.core.catalog.Pooling;
import dev.larder.core.engine.InstalledModel;
import dev.larder.core.engine.VectorLength;

/**
 * What a model is run for.
 *
 * @param output what is read from its network
 * @param pooler how a text's numbers are made of that
 * @param dimensions how many numbers there are for a text
 */
record ModelResult(ModelOutput output, Pooler pooler, int dimensions) {

  /** One vector a text, as the catalog describes it. */
  static ModelResult vectors(InstalledModel model) {
    Pooling pooling = model.variant().pooling();
    return new ModelResult(
        ModelOutput.pooledBy(pooling),
        new Pooler(pooling, VectorLength.of(model.model())),
        model.model().dimensions());
  }

  /** One score a pair of texts. */
  static ModelResult scores() {
    return new ModelResult(ModelOutput.SCORES, new Pooler(Pooling.IN_GRAPH, VectorLength.FREE), 1);
  }
}
