package dev.larder.hub;

/**
 * Finds out how many connections are best for a file: it doubles them for as long as each doubling
 * brings clearly more bytes a second, and takes the last one back that does not. Since a line or a
 * machine may just have been busy with something else, it tries again later, ever more rarely.
 */
final class Crowd {

  private static final int FEWEST = 2;
  private static final int MOST = 8;

  /** What a doubling has to bring at the least; a limit on each connection gives 2. */
  private static final double WORTHWHILE = 1.15;

  private static final int FIRST_REST = 4;

  private final PieceSizes sizes;
  private int connections = FEWEST;
  private boolean isTrying;
  private double rateBefore;
  private int rest;
  private int nextRest = FIRST_REST;
  private long startBytes;
  private long startNanos;

  /**
   * @param bytes how many there are at the beginning
   * @param nanos what the clock shows at the beginning
   */
  Crowd(PieceSizes sizes, long bytes, long nanos) {
    this.sizes = sizes;
    this.startBytes = bytes;
    this.startNanos = nanos;
  }

  /** How many connections there should be, now that so many bytes are there. */
  int size(long bytes, long nanos) {
    long count = bytes - startBytes;
    long time = nanos - startNanos;
    if (sizes.isSample(count, time)) {
      judge((double) count / time);
      startBytes = bytes;
      startNanos = nanos;
    }
    return connections;
  }

  private void judge(double rate) {
    if (isTrying && rate < rateBefore * WORTHWHILE) {
      connections /= 2;
      isTrying = false;
      rest = nextRest;
      nextRest *= 2;
    } else if (connections < MOST && rest == 0) {
      connections *= 2;
      isTrying = true;
      rateBefore = rate;
    } else {
      isTrying = false;
      rest = Math.max(rest - 1, 0);
    }
  }
}
