package dev.larder.onnx;

import dev.larder.core.catalog.Pooling;

/**
 * Makes one vector of a text's token vectors.
 *
 * @param pooling how the model was trained to be read
 * @param normalise whether its vectors have the length 1
 */
record Pooler(Pooling pooling, boolean normalise) {

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
    if (normalise) {
      normalise(vector);
    }
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

  /** Scales to the Euclidean length 1; the zero vector has no direction and stays as it is. */
  private static void normalise(float[] vector) {
    double square = 0;
    for (float component : vector) {
      square += (double) component * component;
    }
    if (square > 0) {
      double scale = 1 / Math.sqrt(square);
      for (int i = 0; i < vector.length; i++) {
        vector[i] = (float) (vector[i] * scale);
      }
    }
  }
}
