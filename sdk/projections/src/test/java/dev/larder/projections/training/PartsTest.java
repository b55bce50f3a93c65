package dev.larder.projections.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PartsTest {

  @Test
  void allOfAnAnchorIsInOnePart() {
    Parts parts = Parts.of(samples(40), new Random(1));

    assertThat(anchors(parts.heldOut()))
        .hasSize(4)
        .doesNotContainAnyElementsOf(anchors(parts.watched()));
    assertThat(anchors(parts.learned()))
        .hasSize(32)
        .doesNotContainAnyElementsOf(anchors(parts.heldOut()))
        .doesNotContainAnyElementsOf(anchors(parts.watched()));
    assertThat(parts.heldOut()).hasSize(12);
  }

  @Test
  void theFewestAnchorsLeaveSomethingForEveryPart() {
    Parts parts = Parts.of(samples(Parts.FEWEST_ANCHORS), new Random(1));

    assertThat(anchors(parts.heldOut())).hasSize(1);
    assertThat(anchors(parts.watched())).hasSize(1);
  }

  @Test
  void theSeedDecides() {
    assertThat(Parts.of(samples(40), new Random(1)))
        .isEqualTo(Parts.of(samples(40), new Random(1)));
    assertThat(Parts.of(samples(40), new Random(1)))
        .isNotEqualTo(Parts.of(samples(40), new Random(2)));
  }

  private static Set<Integer> anchors(List<Sample> samples) {
    return samples.stream().map(Sample::anchor).collect(Collectors.toSet());
  }

  private static Samples samples(int anchors) {
    List<Sample> all = new ArrayList<>();
    for (int i = 0; i < anchors; i++) {
      for (int j = 0; j < 3; j++) {
        all.add(new Sample(i, j, OptionalInt.empty()));
      }
    }
    return new Samples(new float[anchors][2], new float[3][2], all);
  }
}
