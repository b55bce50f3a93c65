package dev.larder.hub;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A fault that may be gone at the next try. */
sealed class PassingFault extends HttpFault permits BusyFault {

  private static final long serialVersionUID = 1L;

  private final @Nullable Duration pause;

  PassingFault(String problem, @Nullable Duration pause) {
    this(problem, pause, null);
  }

  PassingFault(String problem, @Nullable Duration pause, @Nullable String remedy) {
    super(problem, remedy);
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
