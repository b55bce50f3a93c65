package dev.larder.core.engine;

import dev.larder.api.InterruptedCallException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets one thread at a time open or close an engine. Opening may take long, so that who waits for
 * it can be interrupted, as with a monitor nobody could.
 */
final class OpeningLock {

  private final String label;
  private final ReentrantLock lock = new ReentrantLock();

  /**
   * @param label the model and variant, for messages
   */
  OpeningLock(String label) {
    this.label = label;
  }

  /**
   * Does something alone.
   *
   * @throws InterruptedCallException if the thread is interrupted while it has to wait
   */
  <T extends @Nullable Object> T run(Supplier<T> action) {
    // Who has not to wait is not asked whether it was interrupted before.
    if (!lock.tryLock()) {
      try {
        lock.lockInterruptibly();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedCallException("The wait for the engine of " + label, e);
      }
    }
    return unlockAfter(action);
  }

  /** Does something alone that has to be done, however long another thread takes. */
  <T extends @Nullable Object> T runInAnyCase(Supplier<T> action) {
    lock.lock();
    return unlockAfter(action);
  }

  private <T extends @Nullable Object> T unlockAfter(Supplier<T> action) {
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
