package dev.larder.projections.network;

import dev.larder.core.engine.VectorLength;
import java.util.Arrays;

/** Finds which of many vectors have the greatest cosines with others. */
public final class Neighbours {

  /** Queries that are compared together, as a row of {@link Matrix} should be long. */
  private static final int QUERIES = 256;

  /** Vectors that they are compared with at a time, so that the cosines stay in the cache. */
  private static final int VECTORS = 512;

  private final float[][] vectors;

  /**
   * @param vectors of any length as arrows; a zero vector has the cosine 0 with all
   */
  public Neighbours(float[][] vectors) {
    this.vectors = Arrays.stream(vectors).map(float[]::clone).toArray(float[][]::new);
    for (float[] vector : this.vectors) {
      VectorLength.UNIT.apply(vector);
    }
  }

  /**
   * The numbers of the nearest vectors, a row a query, nearest first; of two that are equally near
   * the first one goes before.
   *
   * @param queries of any length as arrows
   * @param most how many in a row, where there are as many
   */
  public int[][] of(float[][] queries, int most) {
    int[][] nearest = new int[queries.length][];
    for (int first = 0; first < queries.length; first += QUERIES) {
      int last = Math.min(first + QUERIES, queries.length);
      Ranking[] rankings = rank(Arrays.copyOfRange(queries, first, last), most);
      for (int i = first; i < last; i++) {
        nearest[i] = rankings[i - first].numbers();
      }
    }
    return nearest;
  }

  private Ranking[] rank(float[][] queries, int most) {
    Matrix columns = new Matrix(queries).transposed();
    Ranking[] rankings = new Ranking[queries.length];
    Arrays.setAll(rankings, i -> new Ranking(most));
    for (int first = 0; first < vectors.length; first += VECTORS) {
      int last = Math.min(first + VECTORS, vectors.length);
      Matrix cosines = Matrix.zero(last - first, queries.length);
      cosines.addProduct(new Matrix(Arrays.copyOfRange(vectors, first, last)), columns);
      for (int i = first; i < last; i++) {
        float[] row = cosines.rows()[i - first];
        for (int j = 0; j < row.length; j++) {
          rankings[j].offer(i, row[j]);
        }
      }
    }
    return rankings;
  }
}
