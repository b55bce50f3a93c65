package dev.larder.maven.progress;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** The speed of the last seconds. Used by one thread at a time. */
final class Meter {

  private static final long WINDOW = TimeUnit.SECONDS.toNanos(15);
  private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Deque<Sample> samples = new ArrayDeque<>();

  private record Sample(long nanos, long bytes) {}

  /** So many bytes are here now; fewer than before where a file begins again. */
  void add(long nanos, long bytes) {
    Sample last = samples.peekLast();
    boolean again = last != null && bytes < last.bytes;
    // The time until the first byte comes says nothing about the line.
    boolean notBegun = samples.size() == 1 && last != null && bytes == last.bytes;
    if (again || notBegun) {
      samples.clear();
    }
    samples.addLast(new Sample(nanos, bytes));
    while (samples.size() > 2 && nanos - samples.getFirst().nanos > WINDOW) {
      samples.removeFirst();
    }
  }

  /** Bytes a second; 0 where nothing is known yet. */
  double speed() {
    Sample first = samples.peekFirst();
    Sample last = samples.peekLast();
    return first == null || last == null || first.nanos == last.nanos
        ? 0
        : (last.bytes - first.bytes) * NANOS / (last.nanos - first.nanos);
  }
}
