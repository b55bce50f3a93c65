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
  private final Supplier<E> open;
  private @Nullable E engine;
  private boolean closed;

  OpenOnce(String label, Supplier<E> open) {
    this.label = label;
    this.open = open;
  }

  /**
   * The opened engine.
   *
   * @throws IllegalStateException after {@link #close()}
   */
  synchronized E get() {
    if (closed) {
      throw new IllegalStateException("The engine of \"%s\" is closed".formatted(label));
    }
    E opened = engine;
    if (opened == null) {
      opened = open.get();
      engine = opened;
    }
    return opened;
  }

  /** What the engine has done, which is nothing if it is not open. */
  synchronized EngineCounters counters() {
    E opened = engine;
    return opened == null ? EngineCounters.NONE : opened.counters();
  }

  /** Closes the engine if it was opened, and keeps it from being opened. Idempotent. */
  @Override
  public void close() {
    E opened = take();
    if (opened != null) {
      opened.close();
    }
  }

  private synchronized @Nullable E take() {
    closed = true;
    E opened = engine;
    engine = null;
    return opened;
  }
}
