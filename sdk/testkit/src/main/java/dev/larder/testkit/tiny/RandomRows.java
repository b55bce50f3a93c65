package dev.larder.testkit.tiny;

import java.util.Arrays;

/** The numbers of a matrix, row after row. */
final class RandomRows {

  private final int count;
  private final int length;
  private final float[] values;

  /**
   * Numbers that depend on the name alone.
   *
   * @param gain how much longer than its input a product with this matrix is, for {@code count}
   *     equal to {@code length}
   */
  RandomRows(String name, int count, int length, double gain) {
    this.count = count;
    this.length = length;
    values = new NamedNumbers(name).spread(count * length, gain / Math.sqrt(length));
  }

  /** Lets the direction that pieces share pass through as nothing. */
  RandomRows blindToShared() {
    for (int start = 0; start < values.length; start += length) {
      Arrays.fill(values, start, start + PieceVectors.SHARED, 0);
    }
    return this;
  }

  /** Lets an input whose numbers are all equal pass through as nothing. */
  RandomRows blindToMean() {
    for (int start = 0; start < values.length; start += length) {
      double mean = 0;
      for (int i = start; i < start + length; i++) {
        mean += values[i] / length;
      }
      for (int i = start; i < start + length; i++) {
        values[i] -= (float) mean;
      }
    }
    return this;
  }

  int count() {
    return count;
  }

  int length() {
    return length;
  }

  float[] values() {
    return values;
  }
}
