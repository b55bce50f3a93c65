package dev.larder.llama;

import dev.larder.api.EngineCounters;
import dev.larder.llama.protocol.Answer;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** Counts what a worker has done for an engine. Safe for use by many threads at once. */
final class WorkMeter {

  private final LongAdder texts = new LongAdder();
  private final LongAdder tokens = new LongAdder();
  private final LongAdder waited = new LongAdder();
  private final LongAdder ran = new LongAdder();

  void count(Answer.Embedded answer) {
    texts.increment();
    tokens.add(answer.tokens());
    waited.add(answer.waited());
    ran.add(answer.ran());
  }

  /** Each text counts as a run: whether llama.cpp took two together it does not say. */
  EngineCounters counters() {
    return new EngineCounters(
        texts.sum(),
        texts.sum(),
        tokens.sum(),
        0,
        Duration.ofNanos(waited.sum()),
        Duration.ofNanos(ran.sum()));
  }
}
