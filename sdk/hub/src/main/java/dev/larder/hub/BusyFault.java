package dev.larder.hub;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A server that is asked for too much at once, by this client or by all. */
final class BusyFault extends PassingFault {

  private static final long serialVersionUID = 1L;

  BusyFault(String problem, @Nullable Duration pause) {
    super(problem, pause);
  }
}
