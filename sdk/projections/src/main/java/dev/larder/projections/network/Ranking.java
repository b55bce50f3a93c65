package dev.larder.projections.network;

import java.util.Arrays;

/** The highest of the scores that were offered. */
final class Ranking {

  private final int[] numbers;
  private final float[] scores;
  private int size;

  Ranking(int most) {
    numbers = new int[most];
    scores = new float[most];
  }

  void offer(int number, float score) {
    if (size == numbers.length && score <= scores[size - 1]) {
      return;
    }
    size = Math.min(size + 1, numbers.length);
    int place = size - 1;
    for (; place > 0 && score > scores[place - 1]; place--) {
      numbers[place] = numbers[place - 1];
      scores[place] = scores[place - 1];
    }
    numbers[place] = number;
    scores[place] = score;
  }

  /** Whose they are, the highest first; of equal ones the first to be offered. */
  int[] numbers() {
    return Arrays.copyOf(numbers, size);
  }
}
