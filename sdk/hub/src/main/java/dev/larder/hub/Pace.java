package dev.larder.hub;

import java.time.Duration;

/**
 * How slowly bytes may come before a connection counts as stalled, although it is not silent.
 *
 * @param leastBytes how many have to come
 * @param window in what time
 */
record Pace(long leastBytes, Duration window) {

  /** 1 KiB/s: a tenth of what a modem did. */
  static final Pace STANDARD = new Pace(30 << 10, Duration.ofSeconds(30));

  /** Whether so many bytes in such a time are enough; any number is, within the window. */
  boolean isKept(long bytes, long nanos) {
    return nanos < window.toNanos()
        || (double) bytes * window.toNanos() >= (double) leastBytes * nanos;
  }
}
