package dev.larder.hub;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A fault that is told in our own words, perhaps with what to do about it. */
abstract sealed class HttpFault extends IOException
    permits FinalFault, PassingFault, ConnectionFault {

  private static final long serialVersionUID = 1L;

  private final @Nullable String remedy;

  HttpFault(String problem, @Nullable String remedy) {
    super(problem);
    this.remedy = remedy;
  }

  /** What to do, where that is more than to try again. */
  Optional<String> remedy() {
    return Optional.ofNullable(remedy);
  }
}
