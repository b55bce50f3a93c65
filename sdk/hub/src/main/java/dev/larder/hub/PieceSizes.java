package dev.larder.hub;

import java.time.Duration;

/**
 * How a large file is cut.
 *
 * @param piece the length of a piece, in bytes
 * @param mostPieces how many pieces may be in memory, of all files that come at once
 * @param leastRest a file of which less is missing than this comes by one connection
 * @param sampleBytes after how many bytes a number of connections can be judged
 * @param shortestSample and after what time
 * @param longestSample after what time it is judged even by fewer bytes
 */
record PieceSizes(
    int piece,
    int mostPieces,
    long leastRest,
    long sampleBytes,
    Duration shortestSample,
    Duration longestSample) {

  static final PieceSizes STANDARD =
      new PieceSizes(
          4 << 20, 12, 32 << 20, 16 << 20, Duration.ofMillis(200), Duration.ofSeconds(2));

  boolean isSample(long bytes, long nanos) {
    return (bytes >= sampleBytes && nanos >= shortestSample.toNanos())
        || nanos >= longestSample.toNanos();
  }
}
