package dev.larder.projections.training;

import dev.larder.projections.Recall;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Measures how well the anchors of a part find their positives among all documents. */
record Measurement(List<Sample> part) {

  private static final int DEPTH = 10;

  /**
   * @param anchors a row an anchor, of any length as arrows
   * @param documents a row a document
   */
  Recall of(float[][] anchors, float[][] documents) {
    double[] lengths = new double[documents.length];
    for (int i = 0; i < documents.length; i++) {
      lengths[i] = Math.sqrt(Loss.dot(documents[i], documents[i]));
    }
    double at1 = 0;
    double at10 = 0;
    Map<Integer, Set<Integer>> positives = positives();
    for (Map.Entry<Integer, Set<Integer>> entry : positives.entrySet()) {
      List<Integer> nearest = nearest(anchors[entry.getKey()], documents, lengths);
      at1 += share(nearest, 1, entry.getValue());
      at10 += share(nearest, DEPTH, entry.getValue());
    }
    return new Recall(at1 / positives.size(), at10 / positives.size());
  }

  private Map<Integer, Set<Integer>> positives() {
    Map<Integer, Set<Integer>> positives = new TreeMap<>();
    part.forEach(
        sample ->
            positives
                .computeIfAbsent(sample.anchor(), anchor -> new HashSet<>())
                .add(sample.positive()));
    return positives;
  }

  private static List<Integer> nearest(float[] anchor, float[][] documents, double[] lengths) {
    double[] scores = new double[documents.length];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = lengths[i] > 0 ? Loss.dot(anchor, documents[i]) / lengths[i] : 0;
    }
    return IntStream.range(0, scores.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -scores[i]))
        .limit(DEPTH)
        .toList();
  }

  private static double share(List<Integer> nearest, int depth, Set<Integer> positives) {
    long found = nearest.stream().limit(depth).filter(positives::contains).count();
    return (double) found / Math.min(depth, positives.size());
  }
}
