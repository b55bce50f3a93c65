package dev.larder.its.benchmarks.wordnet;

import dev.larder.its.benchmarks.wordnet.ReverseDictionary.Question;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Compares every question with every lemma. Every product is summed in the same order, so that
 * equal vectors are equally near.
 */
final class ExactSearch {

  /** How many lemmas are compared at once: 400 kB of them stay in the processor's cache. */
  private static final int BLOCK = 256;

  /** How many questions a block is compared with, once it is in the cache. */
  private static final int TOGETHER = 16;

  private final int size;
  private final int dimensions;

  /**
   * Of each block all first components, then all second ones: that the JVM makes vector code of.
   */
  private final float[][] blocks;

  ExactSearch(UnitVectors lemmas) {
    this.size = lemmas.size();
    this.dimensions = lemmas.dimensions();
    this.blocks =
        IntStream.range(0, (size + BLOCK - 1) / BLOCK)
            .mapToObj(block -> columns(lemmas, block * BLOCK))
            .toArray(float[][]::new);
  }

  private float[] columns(UnitVectors lemmas, int first) {
    float[] columns = new float[dimensions * BLOCK];
    for (int i = 0; i < BLOCK && first + i < size; i++) {
      float[] row = lemmas.row(first + i);
      for (int dimension = 0; dimension < dimensions; dimension++) {
        columns[dimension * BLOCK + i] = row[dimension];
      }
    }
    return columns;
  }

  /** How often a right lemma was found. */
  Recall ask(List<Question> questions, UnitVectors definitions) {
    return new Recall(
        IntStream.range(0, (questions.size() + TOGETHER - 1) / TOGETHER)
            .parallel()
            .mapToObj(i -> i * TOGETHER)
            .flatMap(
                first ->
                    ranks(
                            questions,
                            definitions,
                            first,
                            Math.min(questions.size(), first + TOGETHER))
                        .boxed())
            .toList());
  }

  private IntStream ranks(List<Question> questions, UnitVectors definitions, int first, int end) {
    float[][] cosines = new float[end - first][blocks.length * BLOCK];
    float[] sums = new float[BLOCK];
    for (int block = 0; block < blocks.length; block++) {
      for (int i = 0; i < cosines.length; i++) {
        multiply(definitions.row(first + i), blocks[block], sums);
        System.arraycopy(sums, 0, cosines[i], block * BLOCK, BLOCK);
      }
    }
    return IntStream.range(0, cosines.length)
        .map(i -> rank(cosines[i], questions.get(first + i).right()));
  }

  private static void multiply(float[] definition, float[] columns, float[] sums) {
    Arrays.fill(sums, 0);
    for (int dimension = 0; dimension < definition.length; dimension++) {
      float component = definition[dimension];
      int column = dimension * BLOCK;
      for (int i = 0; i < BLOCK; i++) {
        sums[i] += component * columns[column + i];
      }
    }
  }

  /** How many lemmas are nearer than the nearest right one. */
  private int rank(float[] cosines, List<Integer> right) {
    float nearest = Float.NEGATIVE_INFINITY;
    for (int lemma : right) {
      nearest = Math.max(nearest, cosines[lemma]);
    }
    int rank = 0;
    for (int i = 0; i < size; i++) {
      rank += cosines[i] > nearest ? 1 : 0;
    }
    return rank;
  }
}
