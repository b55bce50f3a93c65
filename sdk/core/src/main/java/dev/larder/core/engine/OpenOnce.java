package dev.larder.core.engine;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Opens an engine at its first use, once for all threads. A failure is not kept: it is tried again.
 */
final class OpenOnce<E extends AutoCloseable> {

  private final String label;
  private final Supplier<E> open;
  private @Nullable E engine;
  private boolean closed;

  OpenOnce(String label, Supplier<E> open) {
    this.label = label;
    this.open = open;
  }

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

  /** Takes the engine out, to be closed by the caller; null where there is none. */
  synchronized @Nullable E take() {
    closed = true;
    E opened = engine;
    engine = null;
    return opened;
  }
}
