package dev.larder.onnx;

import dev.larder.api.EngineException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes vectors of any number of texts, on all processors.
 *
 * <p>Safe for use by many threads at once.
 */
final class ParallelEncoder {

  private final BatchPolicy policy;
  private final RunQueue queue;
  private final Helpers helpers;

  ParallelEncoder(BatchPolicy policy, RunQueue queue, Helpers helpers) {
    this.policy = policy;
    this.queue = queue;
    this.helpers = helpers;
  }

  /**
   * The vectors of texts, in their order; null for a text without a token.
   *
   * @throws EngineException if a run fails
   */
  List<float @Nullable []> encode(List<Tokens> texts) {
    float[][] vectors = new float[texts.size()][];
    List<int[]> runs = policy.runs(texts);
    helpers.forEach(runs.size(), run -> encode(texts, runs.get(run), vectors));
    return Arrays.asList(vectors);
  }

  private void encode(List<Tokens> texts, int[] run, float[][] vectors) {
    List<float[]> encoded = queue.encode(Arrays.stream(run).mapToObj(texts::get).toList());
    for (int i = 0; i < run.length; i++) {
      vectors[run[i]] = encoded.get(i);
    }
  }
}
