package dev.larder.onnx;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Keeps native memory alive while anyone uses it: any number of threads at once, and none after the
 * end.
 */
final class Lifetime {

  private final String label;
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private boolean ended;

  /**
   * @param label the model and variant, for messages
   */
  Lifetime(String label) {
    this.label = label;
  }

  /**
   * Uses what is kept alive.
   *
   * @throws IllegalStateException after the end
   */
  <T> T use(Supplier<T> action) {
    lock.readLock().lock();
    try {
      if (ended) {
        throw new IllegalStateException("The engine of \"%s\" is closed".formatted(label));
      }
      return action.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Waits until nobody uses it, and releases it; does nothing the second time. */
  void end(Runnable release) {
    lock.writeLock().lock();
    try {
      if (!ended) {
        ended = true;
        release.run();
      }
    } finally {
      lock.writeLock().unlock();
    }
  }
}
