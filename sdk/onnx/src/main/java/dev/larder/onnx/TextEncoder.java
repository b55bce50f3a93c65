package dev.larder.onnx;

import dev.larder.api.EngineException;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes vectors of tokens.
 *
 * @param label the model and variant, for messages
 */
record TextEncoder(String label, Network network, Pooler pooler) {

  /**
   * The vectors of texts that are run together, in their order.
   *
   * @throws EngineException if the run fails, or gives what is not a number
   */
  List<float[]> encode(List<Tokens> texts) {
    return network.run(new TokenBatch(texts), output -> vectors(texts, output));
  }

  private List<float[]> vectors(List<Tokens> texts, Vectors output) {
    List<float[]> vectors = new ArrayList<>(texts.size());
    for (int row = 0; row < texts.size(); row++) {
      vectors.add(checked(pooler.vector(output, row, texts.get(row).length())));
    }
    return vectors;
  }

  private float[] checked(float[] vector) {
    for (float component : vector) {
      if (!Float.isFinite(component)) {
        throw new EngineException(label, "a vector has a component that is no number", null);
      }
    }
    return vector;
  }
}
