package dev.larder.onnx;

import java.nio.FloatBuffer;

/**
 * How large a network's output is.
 *
 * @param rank 3 for a vector for each token, 2 for one for each text
 * @param dimensions how many components a vector has
 */
record OutputShape(int rank, int dimensions) {

  /** The sizes for a run. */
  long[] of(TokenBatch batch) {
    return rank == 3
        ? new long[] {batch.rows().size(), batch.width(), dimensions}
        : new long[] {batch.rows().size(), dimensions};
  }

  /** How many values that is. */
  int size(TokenBatch batch) {
    return Math.multiplyExact(batch.rows().size() * perText(batch), dimensions);
  }

  Vectors vectors(TokenBatch batch, FloatBuffer values) {
    return new Vectors(values, perText(batch), dimensions);
  }

  private int perText(TokenBatch batch) {
    return rank == 3 ? batch.width() : 1;
  }
}
