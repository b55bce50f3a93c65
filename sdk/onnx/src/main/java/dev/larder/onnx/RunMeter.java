package dev.larder.onnx;

import dev.larder.api.EngineCounters;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

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

  /**
   * Runs texts.
   *
   * @param waitedNanos how long they waited for their turn, all of them together
   */
  <T> T measure(List<Tokens> batch, long waitedNanos, Supplier<T> run) {
    RunEvent event = new RunEvent();
    event.begin();
    long start = System.nanoTime();
    try {
      return run.get();
    } finally {
      ran.add(System.nanoTime() - start);
      event.end();
      event.model = label;
      event.texts = batch.size();
      event.tokens = batch.stream().mapToLong(Tokens::length).sum();
      event.padding = new TokenBatch(batch).width() * (long) batch.size() - event.tokens;
      event.waited = waitedNanos;
      count(event);
      event.commit();
    }
  }

  private void count(RunEvent run) {
    runs.increment();
    texts.add(run.texts);
    tokens.add(run.tokens);
    padding.add(run.padding);
    waited.add(run.waited);
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
