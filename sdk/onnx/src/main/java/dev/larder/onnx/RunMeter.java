package dev.larder.onnx;

import dev.larder.api.EngineCounters;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import jdk.jfr.FlightRecorder;
import org.jspecify.annotations.Nullable;

/** Tells the flight recorder of every run, and counts. */
final class RunMeter {

  private final String label;
  private final LongAdder runs = new LongAdder();
  private final LongAdder texts = new LongAdder();
  private final LongAdder tokens = new LongAdder();
  private final LongAdder padding = new LongAdder();
  private final LongAdder waited = new LongAdder();
  private final LongAdder ran = new LongAdder();

  /**
   * @param label the model and variant
   */
  RunMeter(String label) {
    this.label = label;
  }

  /** The model and variant. */
  String label() {
    return label;
  }

  /**
   * Runs texts.
   *
   * @param waitedNanos how long they waited for their turn, all of them together
   */
  <T> T measure(List<Tokens> batch, long waitedNanos, Supplier<T> run) {
    RunEvent event = newEvent();
    long start = System.nanoTime();
    try {
      return run.get();
    } finally {
      ran.add(System.nanoTime() - start);
      count(batch, waitedNanos, event);
    }
  }

  /** Nothing where nobody records: the recorder's classes would cost a start some milliseconds. */
  private static @Nullable RunEvent newEvent() {
    if (!FlightRecorder.isInitialized()) {
      return null;
    }
    RunEvent event = new RunEvent();
    event.begin();
    return event;
  }

  private void count(List<Tokens> batch, long waitedNanos, @Nullable RunEvent event) {
    long length = batch.stream().mapToLong(Tokens::length).sum();
    long padded = new TokenBatch(batch).width() * (long) batch.size() - length;
    runs.increment();
    texts.add(batch.size());
    tokens.add(length);
    padding.add(padded);
    waited.add(waitedNanos);
    if (event != null) {
      event.end();
      event.model = label;
      event.texts = batch.size();
      event.tokens = length;
      event.padding = padded;
      event.waited = waitedNanos;
      event.commit();
    }
  }

  EngineCounters counters() {
    return new EngineCounters(
        runs.sum(),
        texts.sum(),
        tokens.sum(),
        padding.sum(),
        Duration.ofNanos(waited.sum()),
        Duration.ofNanos(ran.sum()));
  }
}
