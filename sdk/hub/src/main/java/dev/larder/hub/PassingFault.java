package dev.larder.hub;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A fault that may be gone at the next try. */
class PassingFault extends IOException {

  private static final long serialVersionUID = 1L;

  private final @Nullable Duration pause;

  PassingFault(String problem, @Nullable Duration pause) {
    super(problem);
    this.pause = pause;
  }

  static PassingFault tryAgain(String problem) {
    return new PassingFault(problem, null);
  }

  static PassingFault tryAgainAtOnce(String problem) {
    return new PassingFault(problem, Duration.ZERO);
  }

  /** How long to wait, where that is known. */
  Optional<Duration> pause() {
    return Optional.ofNullable(pause);
  }
}
