package dev.larder.core.engine;

import dev.larder.api.Engine;
import dev.larder.api.EngineCounters;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Opens an engine at its first use, once for all threads. A failure is not kept: the next use tries
 * again.
 */
final class OpenOnce<E extends Engine> implements AutoCloseable {

  private final String label;
  private final Supplier<EngineLease<E>> open;
  private final OpeningLock lock;
  private volatile @Nullable EngineLease<E> lease;
  private boolean closed;

  OpenOnce(String label, Supplier<EngineLease<E>> open) {
    this.label = label;
    this.open = open;
    this.lock = new OpeningLock(label);
  }

  /**
   * The opened engine.
   *
   * @throws IllegalStateException after {@link #close()}
   * @throws dev.larder.api.InterruptedCallException if the thread is interrupted while another one
   *     opens it
   */
  E get() {
    EngineLease<E> opened = lease;
    return opened == null ? lock.run(this::openNow).engine() : opened.engine();
  }

  private EngineLease<E> openNow() {
    if (closed) {
      throw new IllegalStateException("The engine of \"%s\" is closed".formatted(label));
    }
    EngineLease<E> opened = lease;
    if (opened == null) {
      opened = open.get();
      lease = opened;
    }
    return opened;
  }

  /** What the engine has done, which is nothing if it is not open. */
  EngineCounters counters() {
    EngineLease<E> opened = lease;
    return opened == null ? EngineCounters.NONE : opened.engine().counters();
  }

  /** Lets the engine go if it was opened, and keeps it from being opened. Idempotent. */
  @Override
  public void close() {
    EngineLease<E> opened = lock.runInAnyCase(this::take);
    if (opened != null) {
      opened.release().run();
    }
  }

  private @Nullable EngineLease<E> take() {
    closed = true;
    EngineLease<E> opened = lease;
    lease = null;
    return opened;
  }
}
