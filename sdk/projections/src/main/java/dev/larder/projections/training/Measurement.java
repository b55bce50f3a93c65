package dev.larder.projections.training;

import dev.larder.projections.Recall;
import dev.larder.projections.network.Neighbours;
import java.util.HashSet;
import java.util.Iterator;
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
    Map<Integer, Set<Integer>> positives = positives();
    float[][] asked =
        positives.keySet().stream().map(anchor -> anchors[anchor]).toArray(float[][]::new);
    Iterator<int[]> nearest = List.of(new Neighbours(documents).of(asked, DEPTH)).iterator();
    double at1 = 0;
    double at10 = 0;
    for (Set<Integer> own : positives.values()) {
      int[] found = nearest.next();
      at1 += share(found, 1, own);
      at10 += share(found, DEPTH, own);
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

  private static double share(int[] nearest, int depth, Set<Integer> positives) {
    long found = IntStream.of(nearest).limit(depth).filter(positives::contains).count();
    return (double) found / Math.min(depth, positives.size());
  }
}
