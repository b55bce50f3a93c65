package dev.larder.its.benchmarks.wordnet;

import java.util.List;

/**
 * How often a right lemma was found.
 *
 * @param ranks for each question, how many wrong lemmas were nearer than the nearest right one
 */
record Recall(List<Integer> ranks) {

  Recall {
    ranks = List.copyOf(ranks);
  }

  /** The part of the questions that had a right lemma among the first so many. */
  double at(int first) {
    return (double) ranks.stream().filter(rank -> rank < first).count() / ranks.size();
  }
}
