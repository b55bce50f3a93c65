package dev.larder.onnx;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Numbered tasks that one thread owns, and others take from as long as there are any. */
final class SharedTasks {

  private final int count;
  private final IntConsumer task;
  private final AtomicInteger next = new AtomicInteger();
  private int helping;
  private boolean over;
  private @Nullable RuntimeException failure;

  SharedTasks(int count, IntConsumer task) {
    this.count = count;
    this.task = task;
  }

  /** For any other thread; whoever comes too late does nothing. */
  void help() {
    synchronized (this) {
      if (over) {
        return;
      }
      helping++;
    }
    try {
      work();
    } finally {
      synchronized (this) {
        helping--;
        notifyAll();
      }
    }
  }

  /** For the owner: returns when nobody is at work any more. */
  void workAndWait() {
    work();
    RuntimeException failed = waitForHelpers();
    if (failed != null) {
      throw failed;
    }
  }

  private void work() {
    for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
      try {
        task.accept(i);
      } catch (RuntimeException e) {
        fail(e);
      } catch (Error e) {
        fail(new IllegalStateException(e));
        throw e;
      }
    }
  }

  private synchronized void fail(RuntimeException e) {
    next.set(count);
    if (failure == null) {
      failure = e;
    }
  }

  /** Nobody may use native memory after the owner has returned, so it does not heed interrupts. */
  private synchronized @Nullable RuntimeException waitForHelpers() {
    over = true;
    boolean interrupted = false;
    while (helping > 0) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return failure;
  }
}
