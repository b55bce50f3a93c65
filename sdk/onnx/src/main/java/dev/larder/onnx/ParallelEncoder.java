package dev.larder.onnx;

import dev.larder.api.EngineException;
import java.util.Arrays;
import java.util.List;

/**
 * Encodes any number of texts, on all processors.
 *
 * <p>Safe for use by many threads at once.
 */
record ParallelEncoder(BatchPolicy policy, RunQueue queue, Helpers helpers) {

  /**
   * What the network gives for texts of at least one token, in their order.
   *
   * @throws EngineException if a run fails
   */
  List<float[]> encode(List<Tokens> texts) {
    float[][] vectors = new float[texts.size()][];
    List<int[]> runs = policy.runs(texts);
    helpers.forEach(runs.size(), run -> encode(texts, runs.get(run), vectors));
    return List.of(vectors);
  }

  private void encode(List<Tokens> texts, int[] run, float[][] vectors) {
    List<float[]> encoded = queue.encode(Arrays.stream(run).mapToObj(texts::get).toList());
    for (int i = 0; i < run.length; i++) {
      vectors[run[i]] = encoded.get(i);
    }
  }
}
