package dev.larder.projections.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NeighboursTest {

  @Test
  void theNearestOfManyAreThoseWithTheGreatestCosines() {
    Random random = new Random(1);
    float[][] vectors = vectors(1300, random);
    float[][] queries = vectors(300, random);

    int[][] nearest = new Neighbours(vectors).of(queries, 10);

    assertThat(nearest).hasDimensions(300, 10);
    for (int i = 0; i < queries.length; i++) {
      assertThat(nearest[i]).containsExactly(sorted(vectors, queries[i]));
    }
  }

  @Test
  void ofEquallyNearOnesTheFirstGoesBefore() {
    float[][] vectors = {{0, 1}, {2, 0}, {4, 0}, {1, 0}};

    assertThat(new Neighbours(vectors).of(new float[][] {{3, 0}}, 2)[0]).containsExactly(1, 2);
  }

  @Test
  void whatHasNoDirectionLiesBetweenWhatIsNearAndWhatIsFar() {
    float[][] vectors = {{0, 0}, {-1, 0}, {1, 0}};

    assertThat(new Neighbours(vectors).of(new float[][] {{1, 0}}, 9)[0]).containsExactly(2, 0, 1);
  }

  private static float[][] vectors(int count, Random random) {
    float[][] vectors = new float[count][24];
    for (float[] vector : vectors) {
      double length = Math.exp(random.nextGaussian());
      for (int i = 0; i < vector.length; i++) {
        vector[i] = (float) (random.nextGaussian() * length);
      }
    }
    return vectors;
  }

  /** The same, plainly and in double precision. */
  private static int[] sorted(float[][] vectors, float[] query) {
    double[] cosines = new double[vectors.length];
    for (int i = 0; i < cosines.length; i++) {
      double dot = 0;
      double square = 0;
      for (int j = 0; j < query.length; j++) {
        dot += (double) vectors[i][j] * query[j];
        square += (double) vectors[i][j] * vectors[i][j];
      }
      cosines[i] = dot / Math.sqrt(square);
    }
    return IntStream.range(0, cosines.length)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -cosines[i]))
        .mapToInt(Integer::intValue)
        .limit(10)
        .toArray();
  }
}
