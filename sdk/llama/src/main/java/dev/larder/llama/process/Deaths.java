package dev.larder.llama.process;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Decides whether a worker that died is started again. Safe for use by many threads at once. */
final class Deaths {

  /** Someone who meets with a text that kills it tries a few times; more often is a loop. */
  private static final int MOST = 5;

  private static final Duration WITHIN = Duration.ofMinutes(10);

  private final InstantSource clock;
  private final Deque<Instant> recent = new ArrayDeque<>();
  private String last = "";

  Deaths(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Another one.
   *
   * @param obituary of what, in the past tense
   */
  synchronized void add(String obituary) {
    recent.addLast(clock.instant());
    last = obituary;
    while (recent.size() > MOST) {
      recent.removeFirst();
    }
  }

  /** Why it is not started again for the time being; empty where it may be. */
  synchronized Optional<String> tooMany() {
    boolean tooMany =
        recent.size() == MOST && recent.getFirst().plus(WITHIN).isAfter(clock.instant());
    return tooMany
        ? Optional.of(
            "its worker has died %d times within %d minutes, and is left alone until %s; at last it %s"
                .formatted(MOST, WITHIN.toMinutes(), recent.getFirst().plus(WITHIN), last))
        : Optional.empty();
  }
}
