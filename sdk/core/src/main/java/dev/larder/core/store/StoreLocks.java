package dev.larder.core.store;

import dev.larder.api.InterruptedCallException;
import dev.larder.api.StoreBusyException;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Exclusive locks between the threads of this process and between processes. */
final class StoreLocks {

  /** The lock files of this process, which have to be known as widely as their locks hold. */
  private static final ConcurrentMap<Path, ProcessLock> OPEN = new ConcurrentHashMap<>();

  private static final long POLL_MILLIS = 50;

  /** A wait as short as this is not worth a message. */
  private static final long QUIET_MILLIS = 1000;

  private final Duration patience;

  /**
   * @param patience how long to wait for a lock
   */
  StoreLocks(Duration patience) {
    this.patience = patience;
  }

  /**
   * Does something while nobody else does anything under the same lock.
   *
   * @param what what the lock guards, for messages
   * @param waiting is told once who holds the lock, if that takes a while
   * @throws StoreBusyException if it is not free in time
   * @throws InterruptedCallException if the thread is interrupted while it waits
   */
  <T> T whileHolding(String what, Path path, Consumer<String> waiting, Supplier<T> action) {
    ProcessLock lock = OPEN.computeIfAbsent(path, ProcessLock::open);
    Wait wait = new Wait(what, lock, waiting);
    try {
      wait.forThreads();
      try {
        FileLock held = wait.forProcesses();
        try {
          return action.get();
        } finally {
          ProcessLock.release(held);
        }
      } finally {
        lock.threads().unlock();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedCallException("The wait for " + what, e);
    }
  }

  /** One thread's wait for one lock. */
  private final class Wait {

    private final String what;
    private final ProcessLock lock;
    private final Consumer<String> listener;
    private final long start = System.nanoTime();
    private boolean told;

    Wait(String what, ProcessLock lock, Consumer<String> listener) {
      this.what = what;
      this.lock = lock;
      this.listener = listener;
    }

    void forThreads() throws InterruptedException {
      while (!lock.threads().tryLock(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        goOn("another thread of " + lock.holder());
      }
    }

    FileLock forProcesses() throws InterruptedException {
      FileLock held = lock.tryLock();
      while (held == null) {
        goOn(lock.holder());
        Thread.sleep(POLL_MILLIS);
        held = lock.tryLock();
      }
      return held;
    }

    private void goOn(String holder) {
      Duration waited = Duration.ofNanos(System.nanoTime() - start);
      if (waited.compareTo(patience) > 0) {
        throw new StoreBusyException(what, holder, patience.toSeconds());
      }
      if (!told && waited.toMillis() > QUIET_MILLIS) {
        told = true;
        listener.accept(holder);
      }
    }
  }
}
