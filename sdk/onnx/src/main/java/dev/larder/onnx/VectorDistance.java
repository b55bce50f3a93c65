package dev.larder.onnx;

import java.util.List;

/** How far the vectors that two networks give for the same texts are apart. */
final class VectorDistance {

  private VectorDistance() {}

  /**
   * The root of the squared differences, relative to how far the texts are from each other: 0 for
   * equal vectors, 1 where the difference between networks is as large as that between texts. It
   * serves scores, which are vectors of one dimension, too.
   *
   * @param expected of at least two texts that differ
   */
  static double between(List<float[]> actual, List<float[]> expected) {
    double[] mean = mean(expected);
    double difference = 0;
    double spread = 0;
    for (int text = 0; text < expected.size(); text++) {
      float[] a = actual.get(text);
      float[] b = expected.get(text);
      for (int i = 0; i < mean.length; i++) {
        difference += square((double) a[i] - b[i]);
        spread += square(b[i] - mean[i]);
      }
    }
    return Math.sqrt(difference / spread);
  }

  private static double[] mean(List<float[]> vectors) {
    double[] mean = new double[vectors.get(0).length];
    for (float[] vector : vectors) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += vector[i] / (double) vectors.size();
      }
    }
    return mean;
  }

  private static double square(double value) {
    return value * value;
  }
}
