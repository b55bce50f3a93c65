package dev.larder.onnx;

/**
 * How many threads are at work.
 *
 * @param callers how many runs there are at once; with a thread each, on any number of processors,
 *     texts that do not depend on each other are encoded faster than by several threads a run
 * @param threadsPerRun how many threads a run may have where others are idle, which is for a lone
 *     text
 */
record Processors(int callers, int threadsPerRun) {

  /**
   * An operation of a small network takes some ten microseconds: among more threads than these,
   * they would mostly wait for each other.
   */
  private static final int MOST_THREADS = 8;

  /** For the processors that this JVM may use, which in a container are fewer than there are. */
  static Processors ofJvm() {
    return of(Runtime.getRuntime().availableProcessors());
  }

  static Processors of(int processors) {
    return new Processors(processors, Math.min(processors, MOST_THREADS));
  }
}
