package dev.larder.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.EngineException;
import dev.larder.api.InterruptedCallException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RunQueueTest {

  private static final BatchPolicy POLICY = new BatchPolicy(100, 4);

  /** The texts of every run, as lengths, in the order of the runs. */
  private final List<List<Integer>> runs = Collections.synchronizedList(new ArrayList<>());

  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch mayEnd = new CountDownLatch(1);
  private final List<Thread> threads = new ArrayList<>();
  private final RunMeter meter = new RunMeter("test");

  @Test
  void everyCallerGetsItsOwnVectorsInTheirOrder() {
    RunQueue queue = queue(this::encode, POLICY, 1);

    assertThat(queue.encode(texts(3, 1, 2)))
        .containsExactly(new float[] {3}, new float[] {1}, new float[] {2});
  }

  @Test
  void whatWaitsIsRunTogetherIfItIsSimilar() {
    RunQueue queue = queue(this::encodeFirstSlowly, POLICY, 1);
    List<CompletableFuture<List<float[]>>> callers = new ArrayList<>();
    callers.add(caller(queue, 50));
    await(begun);
    for (int length : List.of(10, 12, 90, 11)) {
      callers.add(caller(queue, length));
      awaitWaiting(callers.size() - 1);
    }
    mayEnd.countDown();

    assertThat(callers.stream().map(caller -> caller.join().get(0)[0]))
        .containsExactly(50f, 10f, 12f, 90f, 11f);
    assertThat(runs).containsExactly(List.of(50), List.of(10, 12, 11), List.of(90));
  }

  @Test
  void whatMayNotBeTogetherIsRunInTheOrderOfArrival() {
    RunQueue queue = queue(this::encodeFirstSlowly, BatchPolicy.ALONE, 1);
    List<CompletableFuture<List<float[]>>> callers = new ArrayList<>();
    callers.add(caller(queue, 5));
    await(begun);
    for (int length : List.of(4, 3, 2)) {
      callers.add(caller(queue, length));
      awaitWaiting(callers.size() - 1);
    }
    mayEnd.countDown();
    callers.forEach(CompletableFuture::join);

    assertThat(runs).containsExactly(List.of(5), List.of(4), List.of(3), List.of(2));
  }

  @Test
  void noMoreRunAtOnceThanAreSaid() {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    RunQueue queue =
        queue(
            texts -> {
              most.accumulateAndGet(running.incrementAndGet(), Math::max);
              Thread.onSpinWait();
              running.decrementAndGet();
              return encode(texts);
            },
            BatchPolicy.ALONE,
            2);
    List<CompletableFuture<List<float[]>>> callers = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      callers.add(caller(queue, i + 1));
    }
    callers.forEach(CompletableFuture::join);

    assertThat(most.get()).isBetween(1, 2);
    assertThat(runs).hasSize(50);
  }

  @Test
  void aFailureOfOneTextReachesItsCallerAlone() {
    RunQueue queue =
        queue(
            texts -> {
              if (texts.stream().anyMatch(text -> text.length() == 11)) {
                throw new EngineException("test", "eleven", null);
              }
              return encodeFirstSlowly(texts);
            },
            POLICY,
            1);
    CompletableFuture<List<float[]>> first = caller(queue, 50);
    await(begun);
    CompletableFuture<List<float[]>> good = caller(queue, 10);
    awaitWaiting(1);
    CompletableFuture<List<float[]>> bad = caller(queue, 11);
    awaitWaiting(2);
    mayEnd.countDown();

    assertThat(first.join()).hasSize(1);
    assertThat(good.join()).containsExactly(new float[] {10});
    assertThatThrownBy(bad::join).hasCauseInstanceOf(EngineException.class);
    assertThat(queue.encode(texts(7))).containsExactly(new float[] {7});
  }

  @Test
  void whoIsInterruptedInTheQueueLeavesItToTheOthers() {
    RunQueue queue = queue(this::encodeFirstSlowly, POLICY, 1);
    CompletableFuture<List<float[]>> first = caller(queue, 50);
    await(begun);
    CompletableFuture<List<float[]>> impatient = caller(queue, 10);
    awaitWaiting(1);
    Thread interrupted = threads.get(1);
    CompletableFuture<List<float[]>> patient = caller(queue, 12);
    awaitWaiting(2);

    interrupted.interrupt();
    assertThatThrownBy(impatient::join)
        .hasCauseInstanceOf(InterruptedCallException.class)
        .hasMessageContaining("The wait for the engine of test was interrupted.");
    mayEnd.countDown();

    assertThat(first.join()).containsExactly(new float[] {50});
    assertThat(patient.join()).containsExactly(new float[] {12});
    assertThat(runs).containsExactly(List.of(50), List.of(12));
  }

  @Test
  void whoIsInterruptedWhileAnotherRunsItsTextsTakesNothingFromTheOthers() {
    CountDownLatch together = new CountDownLatch(1);
    CountDownLatch mayEndTogether = new CountDownLatch(1);
    RunQueue queue =
        queue(
            texts -> {
              if (texts.size() == 3) {
                together.countDown();
                await(mayEndTogether);
              }
              return encodeFirstSlowly(texts);
            },
            POLICY,
            1);
    CompletableFuture<List<float[]>> first = caller(queue, 50);
    await(begun);
    List<CompletableFuture<List<float[]>>> callers = new ArrayList<>();
    for (int length : List.of(10, 11, 12)) {
      callers.add(caller(queue, length));
      awaitWaiting(callers.size());
    }
    mayEnd.countDown();
    await(together);

    // The second of the three only waits; the first runs the texts of all.
    threads.get(2).interrupt();
    assertThatThrownBy(() -> callers.get(1).join())
        .hasCauseInstanceOf(InterruptedCallException.class);
    mayEndTogether.countDown();

    assertThat(first.join()).containsExactly(new float[] {50});
    assertThat(callers.get(0).join()).containsExactly(new float[] {10});
    assertThat(callers.get(2).join()).containsExactly(new float[] {12});
    assertThat(queue.encode(texts(7))).containsExactly(new float[] {7});
  }

  @Test
  void aThreadThatWasInterruptedBeforeRunsWhatHasNotToWait() {
    Thread.currentThread().interrupt();

    assertThat(queue(this::encode, POLICY, 1).encode(texts(3))).containsExactly(new float[] {3});

    assertThat(Thread.interrupted()).isTrue();
  }

  private RunQueue queue(
      Function<List<Tokens>, List<float[]>> encoder, BatchPolicy policy, int atOnce) {
    return new RunQueue(encoder, policy, meter, atOnce);
  }

  /** A text's vector is its length. */
  private List<float[]> encode(List<Tokens> texts) {
    runs.add(texts.stream().map(Tokens::length).toList());
    return texts.stream().map(text -> new float[] {text.length()}).toList();
  }

  /** The first run ends when it may. */
  private List<float[]> encodeFirstSlowly(List<Tokens> texts) {
    if (begun.getCount() > 0) {
      begun.countDown();
      await(mayEnd);
    }
    return encode(texts);
  }

  private CompletableFuture<List<float[]>> caller(RunQueue queue, int length) {
    CompletableFuture<List<float[]>> result = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                result.complete(queue.encode(texts(length)));
              } catch (RuntimeException e) {
                result.completeExceptionally(e);
              }
            });
    thread.start();
    threads.add(thread);
    return result;
  }

  /** Until so many callers wait behind the first one, which is in its run. */
  private void awaitWaiting(int count) {
    while (threads.stream()
            .skip(1)
            .filter(thread -> thread.getState() == Thread.State.WAITING)
            .count()
        < count) {
      Thread.onSpinWait();
    }
  }

  private static List<Tokens> texts(int... lengths) {
    return Arrays.stream(lengths)
        .mapToObj(length -> new Tokens(new long[length], new long[length], 0))
        .toList();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
