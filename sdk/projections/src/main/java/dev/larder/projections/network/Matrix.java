package dev.larder.projections.network;

import java.util.stream.IntStream;

/**
 * Rows of numbers, all of one length.
 *
 * <p>Products add whole rows, four at a time, because that is what the JVM makes vector code of; it
 * leaves the order of a sum alone. Many rows are spread over the common pool, each row by one
 * thread, so that a result does not depend on how many there are.
 *
 * @param rows not copied
 */
@SuppressWarnings("ArrayRecordComponent")
record Matrix(float[][] rows) {

  /** Rows that one thread takes at a time; small enough to stay in the cache meanwhile. */
  private static final int ROWS = 16;

  /** Rows of the right-hand matrix that stay in the cache while they are added to all of those. */
  private static final int DEPTH = 64;

  static Matrix zero(int rows, int columns) {
    return new Matrix(new float[rows][columns]);
  }

  int height() {
    return rows.length;
  }

  int width() {
    return rows.length == 0 ? 0 : rows[0].length;
  }

  Matrix transposed() {
    Matrix other = zero(width(), height());
    for (int i = 0; i < height(); i++) {
      for (int j = 0; j < width(); j++) {
        other.rows[j][i] = rows[i][j];
      }
    }
    return other;
  }

  /** Adds the product of two matrices. */
  void addProduct(Matrix left, Matrix right) {
    inBlocks(
        (first, last) -> {
          for (int from = 0; from < right.height(); from += DEPTH) {
            int to = Math.min(from + DEPTH, right.height());
            for (int i = first; i < last; i++) {
              addRows(rows[i], left.rows[i], right.rows, from, to);
            }
          }
        });
  }

  /** Adds the product of a transposed matrix and another. */
  void addProductOfTransposed(Matrix left, Matrix right) {
    Matrix transposed = left.transposed();
    addProduct(transposed, right);
  }

  /** Adds to each number of a row that of a vector. */
  void addToRows(float[] vector) {
    for (float[] row : rows) {
      addRow(row, 1, vector);
    }
  }

  /** Adds all rows to a vector. */
  void addRowsTo(float[] vector) {
    for (float[] row : rows) {
      addRow(vector, 1, row);
    }
  }

  private interface Block {
    void run(int first, int last);
  }

  private void inBlocks(Block block) {
    int blocks = (height() + ROWS - 1) / ROWS;
    IntStream numbers = IntStream.range(0, blocks);
    (blocks == 1 ? numbers : numbers.parallel())
        .forEach(i -> block.run(i * ROWS, Math.min((i + 1) * ROWS, height())));
  }

  private static void addRows(float[] sum, float[] factors, float[][] rows, int from, int to) {
    int i = from;
    for (; i + 3 < to; i += 4) {
      addFour(
          sum,
          factors[i],
          rows[i],
          factors[i + 1],
          rows[i + 1],
          factors[i + 2],
          rows[i + 2],
          factors[i + 3],
          rows[i + 3]);
    }
    for (; i < to; i++) {
      addRow(sum, factors[i], rows[i]);
    }
  }

  private static void addFour(
      float[] sum,
      float a,
      float[] first,
      float b,
      float[] second,
      float c,
      float[] third,
      float d,
      float[] fourth) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] =
          Math.fma(
              d,
              fourth[j],
              Math.fma(c, third[j], Math.fma(b, second[j], Math.fma(a, first[j], sum[j]))));
    }
  }

  private static void addRow(float[] sum, float factor, float[] row) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] = Math.fma(factor, row[j], sum[j]);
    }
  }
}
