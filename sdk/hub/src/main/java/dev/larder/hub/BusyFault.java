package dev.larder.hub;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A server that is asked for too much at once, by this client or by all. */
final class BusyFault extends PassingFault {

  private static final long serialVersionUID = 1L;

  private static final String REMEDY =
      "wait a while, then run the same command again; it goes on from there";

  BusyFault(String problem, @Nullable Duration pause) {
    super(problem, pause, REMEDY);
  }
}
