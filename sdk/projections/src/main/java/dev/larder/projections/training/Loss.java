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

  static double dot(float[] one, float[] other) {
    double dot = 0;
    for (int i = 0; i < one.length; i++) {
      dot += (double) one[i] * other[i];
    }
    return dot;
  }

  static void add(float[] sum, double factor, float[] row) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] = (float) (sum[i] + factor * row[i]);
    }
  }
}
