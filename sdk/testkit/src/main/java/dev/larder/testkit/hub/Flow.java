package dev.larder.testkit.hub;

/**
 * How a body is sent.
 *
 * @param closesAfter the connection is closed after so many bytes
 * @param stallsAfter nothing more is sent after so many bytes
 * @param bytesPerSecond how fast it is sent at most
 */
record Flow(long closesAfter, long stallsAfter, long bytesPerSecond) {

  static final Flow STEADY = new Flow(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);

  Flow closingAfter(long bytes) {
    return new Flow(bytes, stallsAfter, bytesPerSecond);
  }

  Flow stallingAfter(long bytes) {
    return new Flow(closesAfter, bytes, bytesPerSecond);
  }

  Flow slowedTo(long bytesEachSecond) {
    return new Flow(closesAfter, stallsAfter, Math.min(bytesPerSecond, bytesEachSecond));
  }

  /** Whether the body will be sent to its end. */
  boolean isWhole() {
    return Math.min(closesAfter, stallsAfter) == Long.MAX_VALUE;
  }
}
