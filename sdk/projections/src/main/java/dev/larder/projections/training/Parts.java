package dev.larder.projections.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Samples by what they are for. All of one anchor are in one part, so that no part knows another's
 * anchors.
 *
 * @param learned to learn from
 * @param watched a tenth, to see when to stop
 * @param heldOut a tenth, to measure what came of it
 */
record Parts(List<Sample> learned, List<Sample> watched, List<Sample> heldOut) {

  /** Fewer anchors leave nothing to measure. */
  static final int FEWEST_ANCHORS = 10;

  private static final int SHARE = 10;

  static Parts of(Samples samples, Random random) {
    List<Integer> anchors = new ArrayList<>();
    for (int i = 0; i < samples.anchors().length; i++) {
      anchors.add(i);
    }
    Collections.shuffle(anchors, random);
    int share = anchors.size() / SHARE;
    Set<Integer> heldOut = new HashSet<>(anchors.subList(0, share));
    Set<Integer> watched = new HashSet<>(anchors.subList(share, 2 * share));
    Set<Integer> learned = new HashSet<>(anchors.subList(2 * share, anchors.size()));
    return new Parts(part(samples, learned), part(samples, watched), part(samples, heldOut));
  }

  private static List<Sample> part(Samples samples, Set<Integer> anchors) {
    return samples.all().stream().filter(sample -> anchors.contains(sample.anchor())).toList();
  }
}
