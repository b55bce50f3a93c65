package dev.larder.projections.training;

import java.util.List;

/**
 * By how much an anchor's cosine with its positive falls short of that with its negative and a
 * margin (Schroff et al., CVPR 2015, with the cosine instead of the squared distance, which is
 * twice one minus it).
 *
 * @param margin in cosine
 */
record TripletLoss(double margin) implements Loss {

  @Override
  public double of(List<Sample> samples, float[][] vectors, float[][] gradient) {
    int n = samples.size();
    double share = 1.0 / n;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      float[] anchor = vectors[i];
      float[] positive = vectors[n + i];
      float[] negative = vectors[2 * n + i];
      double loss = margin + Loss.dot(anchor, negative) - Loss.dot(anchor, positive);
      if (loss > 0) {
        sum += loss;
        Loss.add(gradient[i], share, negative);
        Loss.add(gradient[i], -share, positive);
        Loss.add(gradient[n + i], -share, anchor);
        Loss.add(gradient[2 * n + i], share, anchor);
      }
    }
    return sum * share;
  }
}
