package dev.larder.hub;

import java.util.concurrent.TimeUnit;

/**
 * Finds out how many connections are best for a file: it doubles them for as long as each doubling
 * brings clearly more bytes a second, and takes the last one back that does not.
 */
final class Crowd {

  static final int MOST = 8;

  /** What a doubling has to bring at the least; a limit on each connection gives 2. */
  private static final double WORTHWHILE = 1.15;

  /** On slow lines a number is judged by what comes in this time. */
  private static final long LONGEST_SAMPLE = TimeUnit.SECONDS.toNanos(2);

  private final long sample;
  private int connections = 1;
  private double rateBefore;
  private long startBytes;
  private long startNanos;
  private boolean settled;

  /**
   * @param sample after how many bytes a number is judged
   */
  Crowd(long sample, long bytes, long nanos) {
    this.sample = sample;
    this.startBytes = bytes;
    this.startNanos = nanos;
  }

  /** How many connections there should be now. */
  int size(long bytes, long nanos) {
    long count = bytes - startBytes;
    long time = nanos - startNanos;
    if (!settled && (count >= sample || time >= LONGEST_SAMPLE)) {
      judge((double) count / time);
      startBytes = bytes;
      startNanos = nanos;
    }
    return connections;
  }

  private void judge(double rate) {
    if (rate < rateBefore * WORTHWHILE) {
      connections /= 2;
      settled = true;
    } else if (connections == MOST) {
      settled = true;
    } else {
      rateBefore = rate;
      connections *= 2;
    }
  }
}
