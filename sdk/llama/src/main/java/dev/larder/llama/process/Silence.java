package dev.larder.llama.process;

import dev.larder.llama.protocol.Answer;
import java.time.Duration;

/**
 * How long nothing has been heard of a worker, in the application's own time: one that was stopped
 * itself meanwhile, or whose machine slept, has missed nothing. Safe for use by many threads at
 * once.
 */
final class Silence {

  private final Duration patience;
  private long ticks;

  /**
   * @param patience how long a silence is borne
   */
  Silence(Duration patience) {
    this.patience = patience;
  }

  /** Something was heard, or is not waited for. */
  synchronized void end() {
    ticks = 0;
  }

  /** Another {@link Answer.Alive#EVERY_MILLIS} have passed; whether it has lasted too long. */
  synchronized boolean lasts() {
    ticks++;
    return ticks * Answer.Alive.EVERY_MILLIS > patience.toMillis();
  }

  /** What it is, in the past tense, "it" being the worker. */
  String obituary() {
    return "had not been heard of for %d seconds, and was ended".formatted(patience.toSeconds());
  }
}
