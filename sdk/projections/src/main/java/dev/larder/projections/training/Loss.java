package dev.larder.projections.training;

import java.util.List;

/** How wrong vectors are, and in which direction that would grow. */
interface Loss {

  /**
   * The mean loss of some samples.
   *
   * @param samples which they are
   * @param vectors as {@link Samples#rows} orders them, of length 1
   * @param gradient as many zeros, to which the derivative of the mean by each component is added
   */
  double of(List<Sample> samples, float[][] vectors, float[][] gradient);

  /** The one that suits the samples: with negatives of their own, or without. */
  static Loss suiting(List<Sample> samples, double margin) {
    return samples.get(0).negative().isPresent() ? new TripletLoss(margin) : new ContrastiveLoss();
  }

  /** Four sums, because one would wait for itself at every component. */
  static double dot(float[] one, float[] other) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i + 3 < one.length; i += 4) {
      a += (double) one[i] * other[i];
      b += (double) one[i + 1] * other[i + 1];
      c += (double) one[i + 2] * other[i + 2];
      d += (double) one[i + 3] * other[i + 3];
    }
    for (; i < one.length; i++) {
      a += (double) one[i] * other[i];
    }
    return a + b + c + d;
  }

  static void add(float[] sum, double factor, float[] row) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] = (float) (sum[i] + factor * row[i]);
    }
  }
}
