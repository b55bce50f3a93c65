package dev.larder.projections.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.projections.Recall;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeasurementTest {

  private static final float[][] ANCHORS = {{1, 0}, {0, 1}};

  @Test
  void thePositiveThatIsNearestCounts() {
    float[][] documents = {{2, 0.1f}, {0.1f, 3}, {-1, -1}};

    assertThat(new Measurement(List.of(sample(0, 0), sample(1, 2))).of(ANCHORS, documents))
        .isEqualTo(new Recall(0.5, 1));
  }

  @Test
  void lengthDoesNotCountButDirectionDoes() {
    float[][] documents = {{100, 100}, {1, 0}};

    assertThat(new Measurement(List.of(sample(0, 1))).of(ANCHORS, documents).at1()).isEqualTo(1);
  }

  @Test
  void ofSeveralPositivesTheShareCountsThatHasRoom() {
    float[][] documents =
        IntStream.range(0, 30).mapToObj(i -> new float[] {30 - i, i}).toArray(float[][]::new);

    List<Sample> nearAndFar = List.of(sample(0, 0), sample(0, 1), sample(0, 29), sample(0, 28));
    assertThat(new Measurement(nearAndFar).of(ANCHORS, documents)).isEqualTo(new Recall(1, 0.5));
    List<Sample> twenty = IntStream.range(5, 25).mapToObj(i -> sample(0, i)).toList();
    assertThat(new Measurement(twenty).of(ANCHORS, documents)).isEqualTo(new Recall(0, 0.5));
  }

  private static Sample sample(int anchor, int positive) {
    return new Sample(anchor, positive, OptionalInt.empty());
  }
}
