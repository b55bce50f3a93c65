package dev.larder.its.benchmarks.wordnet;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Vectors of length 1, whose products are cosines. */
final class UnitVectors {

  private final float[][] rows;

  private UnitVectors(float[][] rows) {
    this.rows = rows;
  }

  static UnitVectors of(List<float[]> vectors) {
    return of(vectors.stream(), vectors.get(0).length);
  }

  private static UnitVectors of(Stream<float[]> vectors, int dimensions) {
    return new UnitVectors(vectors.map(vector -> unit(vector, dimensions)).toArray(float[][]::new));
  }

  /** The first dimensions alone. */
  UnitVectors cut(int dimensions) {
    return of(Arrays.stream(rows), dimensions);
  }

  private static float[] unit(float[] vector, int dimensions) {
    float[] unit = Arrays.copyOf(vector, dimensions);
    double squares = 0;
    for (float number : unit) {
      squares += number * number;
    }
    double length = Math.sqrt(squares);
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) (unit[i] / length);
    }
    return unit;
  }

  int size() {
    return rows.length;
  }

  int dimensions() {
    return rows[0].length;
  }

  float[] row(int index) {
    return rows[index];
  }
}
