package dev.larder.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

final class CrowdTest {

  private static final PieceSizes SIZES =
      new PieceSizes(1, 12, 1, 1000, Duration.ofMillis(100), Duration.ofSeconds(2));

  @Test
  void aLimitOnEachConnectionIsMetWithManyConnections() {
    assertThat(sizes(5, connections -> 50_000 * connections)).containsExactly(2, 4, 8, 8, 8);
  }

  @Test
  void aLimitOnAllOfThemTogetherIsMetWithTwoAndMoreAreTriedEverMoreRarely() {
    assertThat(sizes(20, connections -> 100_000))
        .containsExactly(2, 4, 2, 2, 2, 2, 2, 4, 2, 2, 2, 2, 2, 2, 2, 2, 2, 4, 2, 2);
  }

  @Test
  void whatOnlyFourBringStaysAtFour() {
    assertThat(sizes(5, connections -> Math.min(connections, 4) * 50_000))
        .containsExactly(2, 4, 8, 4, 4);
  }

  @Test
  void aSlowLineIsJudgedByTime() {
    assertThat(sizes(3, connections -> 10 * connections)).containsExactly(2, 4, 8);
  }

  /** The numbers of connections that one sample after the other is made with. */
  private static List<Integer> sizes(int samples, IntToDoubleFunction bytesPerSecond) {
    List<Integer> sizes = new ArrayList<>();
    Crowd crowd = new Crowd(SIZES, 0, 0);
    long nanos = 0;
    double bytes = 0;
    int size = crowd.size(0, 0);
    while (sizes.size() < samples) {
      sizes.add(size);
      double rate = bytesPerSecond.applyAsDouble(size);
      long time = rate * 0.1 >= 1000 ? 100_000_000L : 2_000_000_000L;
      nanos += time;
      bytes += rate * time / 1e9;
      size = crowd.size((long) bytes, nanos);
    }
    return sizes;
  }
}
