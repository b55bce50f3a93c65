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

  /** The vector of a text that is like no other, for which no memory is kept. */
  float[] encodeOnce(Tokens text) {
    List<Tokens> alone = List.of(text);
    return network.runOnce(new TokenBatch(alone), output -> vectors(alone, output)).get(0);
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
