package dev.larder.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HelpersTest {

  @Test
  void everyTaskIsDoneOnce() {
    try (Helpers helpers = new Helpers("test", 4)) {
      AtomicInteger[] counts = new AtomicInteger[1000];
      IntStream.range(0, 1000).forEach(i -> counts[i] = new AtomicInteger());

      helpers.forEach(1000, i -> counts[i].incrementAndGet());

      assertThat(counts).allSatisfy(count -> assertThat(count).hasValue(1));
    }
  }

  @Test
  void resultsComeInTheOrderOfTheValues() {
    try (Helpers helpers = new Helpers("test", 3)) {
      List<Integer> values = IntStream.range(0, 100).boxed().toList();

      assertThat(helpers.map(values, value -> value * 2))
          .isEqualTo(values.stream().map(value -> value * 2).toList());
    }
  }

  @Test
  void asManyThreadsWorkAsAreSaidAndTheCallerIsOneOfThem() {
    try (Helpers helpers = new Helpers("test", 3)) {
      CountDownLatch together = new CountDownLatch(3);
      Set<Thread> threads = ConcurrentHashMap.newKeySet();

      helpers.forEach(
          3,
          i -> {
            threads.add(Thread.currentThread());
            together.countDown();
            await(together);
          });

      assertThat(threads).hasSize(3).contains(Thread.currentThread());
    }
  }

  @Test
  void oneProcessorNeedsNoOtherThread() {
    try (Helpers helpers = new Helpers("test", 1)) {
      assertThat(helpers.map(List.of(1, 2, 3), value -> Thread.currentThread()))
          .containsOnly(Thread.currentThread());
    }
  }

  @Test
  void helpersNeverKeepTheJvmFromEnding() {
    try (Helpers helpers = new Helpers("test", 2)) {
      CountDownLatch together = new CountDownLatch(2);
      List<Boolean> daemons =
          helpers.map(
              List.of(1, 2),
              value -> {
                together.countDown();
                await(together);
                return Thread.currentThread().isDaemon()
                    || !Thread.currentThread().getName().startsWith("larder");
              });

      assertThat(daemons).containsOnly(true);
    }
  }

  @Test
  void aFailureReachesTheCallerAndNothingIsAtWorkAfterwards() {
    try (Helpers helpers = new Helpers("test", 4)) {
      AtomicInteger atWork = new AtomicInteger();

      assertThatThrownBy(
              () ->
                  helpers.forEach(
                      1000,
                      i -> {
                        atWork.incrementAndGet();
                        try {
                          if (i == 20) {
                            throw new IllegalArgumentException("twenty");
                          }
                        } finally {
                          atWork.decrementAndGet();
                        }
                      }))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("twenty");
      assertThat(atWork).hasValue(0);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
