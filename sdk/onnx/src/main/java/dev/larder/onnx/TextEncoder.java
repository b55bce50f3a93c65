package dev.larder.onnx;

import dev.larder.api.EngineException;
import dev.larder.core.engine.FiniteVector;
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
   * @throws EngineException if the run fails
   */
  List<float[]> encode(List<Tokens> texts) {
    return network.run(new TokenBatch(texts), output -> vectors(texts, output));
  }

  /** The vector of a text that is like no other, for which no memory is kept. */
  float[] encodeOnce(Tokens text) {
    List<Tokens> alone = List.of(text);
    float[] vector =
        network.runOnce(new TokenBatch(alone), output -> vectors(alone, output)).get(0);
    return requireNumbers("a text of %d tokens".formatted(text.length()), vector);
  }

  private List<float[]> vectors(List<Tokens> texts, Vectors output) {
    List<float[]> vectors = new ArrayList<>(texts.size());
    for (int row = 0; row < texts.size(); row++) {
      vectors.add(pooler.vector(output, row, texts.get(row).length()));
    }
    return vectors;
  }

  /**
   * A vector, if it consists of numbers.
   *
   * @param whose it is, for messages
   * @throws EngineException if it does not
   */
  float[] requireNumbers(String whose, float[] vector) {
    return FiniteVector.require(label, whose, vector);
  }
}
