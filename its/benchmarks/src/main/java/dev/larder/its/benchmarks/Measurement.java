package dev.larder.its.benchmarks;

/**
 * What one run cost.
 *
 * @param seconds wall time, more than 0
 * @param peakMemory the most memory that was resident, in bytes; 0 where nobody asks
 */
record Measurement(double seconds, long peakMemory) {

  static Measurement since(long nanoTime, long peakMemory) {
    return new Measurement((System.nanoTime() - nanoTime) / 1e9, peakMemory);
  }
}
