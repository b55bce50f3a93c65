package dev.larder.onnx;

import dev.larder.core.catalog.Pooling;
import dev.larder.core.engine.VectorLength;

/**
 * Makes one vector of a text's token vectors.
 *
 * @param pooling how the model was trained to be read
 * @param norm how long its vectors are
 */
record Pooler(Pooling pooling, VectorLength norm) {

  /**
   * The vector of a text.
   *
   * @param row which text of the run
   * @param length how many tokens it has; what follows them is padding
   */
  float[] vector(Vectors vectors, int row, int length) {
    float[] vector = new float[vectors.dimensions()];
    switch (pooling) {
      case MEAN -> mean(vectors, row, length, vector);
      case LAST -> vectors.read(row, length - 1, vector);
      case CLS, IN_GRAPH -> vectors.read(row, 0, vector);
      case NONE -> throw new IllegalStateException("a model without vectors was opened");
    }
    norm.apply(vector);
    return vector;
  }

  private static void mean(Vectors vectors, int row, int length, float[] mean) {
    double[] sums = new double[mean.length];
    for (int token = 0; token < length; token++) {
      vectors.read(row, token, mean);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += mean[i];
      }
    }
    for (int i = 0; i < sums.length; i++) {
      mean[i] = (float) (sums[i] / length);
    }
  }
}
