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
   * @throws dev.larder.api.InterruptedCallException if the thread is interrupted while it waits for
   *     its turn, or between two runs
   */
  List<float[]> encode(List<Tokens> texts) {
    float[][] vectors = new float[texts.size()][];
    List<int[]> runs = policy.runs(texts);
    helpers.forEach(
        runs.size(),
        run -> {
          if (run > 0) {
            queue.requireWanted();
          }
          encode(texts, runs.get(run), vectors);
        });
    return List.of(vectors);
  }

  private void encode(List<Tokens> texts, int[] run, float[][] vectors) {
    List<float[]> encoded = queue.encode(Arrays.stream(run).mapToObj(texts::get).toList());
    for (int i = 0; i < run.length; i++) {
      vectors[run[i]] = encoded.get(i);
    }
  }
}
