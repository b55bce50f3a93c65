package dev.larder.projections.training;

import java.util.List;

/**
 * The cross entropy of finding each anchor's positive among all positives of the batch (Henderson
 * et al., 2017). What is also a positive of the anchor's, or the same document, is no wrong answer
 * and is left out.
 */
record ContrastiveLoss() implements Loss {

  /** The temperature that SimCSE (Gao et al., EMNLP 2021) found best for sentences. */
  private static final double TEMPERATURE = 0.05;

  @Override
  public double of(List<Sample> samples, float[][] vectors, float[][] gradient) {
    int n = samples.size();
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double[] scores = scores(samples, vectors, i);
      double loss = logOfSum(scores);
      sum += loss - scores[i];
      for (int j = 0; j < n; j++) {
        double wrong = Math.exp(scores[j] - loss) - (i == j ? 1 : 0);
        double factor = wrong / (TEMPERATURE * n);
        Loss.add(gradient[i], factor, vectors[n + j]);
        Loss.add(gradient[n + j], factor, vectors[i]);
      }
    }
    return sum / n;
  }

  private static double[] scores(List<Sample> samples, float[][] vectors, int i) {
    int n = samples.size();
    double[] scores = new double[n];
    for (int j = 0; j < n; j++) {
      scores[j] =
          i == j || differ(samples.get(i), samples.get(j))
              ? Loss.dot(vectors[i], vectors[n + j]) / TEMPERATURE
              : Double.NEGATIVE_INFINITY;
    }
    return scores;
  }

  private static boolean differ(Sample one, Sample other) {
    return one.anchor() != other.anchor() && one.positive() != other.positive();
  }

  /** The greatest is taken out first, or the exponential would overflow. */
  private static double logOfSum(double[] scores) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (double score : scores) {
      greatest = Math.max(greatest, score);
    }
    double sum = 0;
    for (double score : scores) {
      sum += Math.exp(score - greatest);
    }
    return greatest + Math.log(sum);
  }
}
