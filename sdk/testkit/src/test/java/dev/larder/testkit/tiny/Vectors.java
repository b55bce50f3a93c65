package dev.larder.testkit.tiny;

/** Arithmetic on vectors. */
final class Vectors {

  private Vectors() {}

  /** The mean of the rows that the mask keeps, normalised. */
  static float[] mean(float[][] rows, long[] mask) {
    float[] sum = new float[rows[0].length];
    for (int row = 0; row < rows.length; row++) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += mask[row] * rows[row][i];
      }
    }
    double length = Math.sqrt(dot(sum, sum));
    for (int i = 0; i < sum.length; i++) {
      sum[i] /= (float) length;
    }
    return sum;
  }

  static double cosine(float[] a, float[] b) {
    return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
