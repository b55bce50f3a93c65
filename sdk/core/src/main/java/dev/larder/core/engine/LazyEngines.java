package dev.larder.core.engine;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.Engine;
import dev.larder.api.GenerationEngine;
import dev.larder.api.InterruptedCallException;
import dev.larder.api.RerankEngine;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Cheap handles that open their native session at the first use, one a model. Handles of the same
 * model share its session with those of every other {@code LazyEngines} of the process.
 *
 * <p>Safe for use by many threads at once.
 */
public final class LazyEngines implements AutoCloseable {

  private final EngineFinder finder;
  private final Map<Path, Engine> byFolder = new HashMap<>();
  private final Deque<OpenOnce<?>> newestFirst = new ArrayDeque<>();
  private boolean closed;

  public LazyEngines(EngineFinder finder) {
    this.finder = finder;
  }

  /**
   * The handle of a model, of the engine type of its task.
   *
   * @throws IllegalStateException after {@link #close()}
   */
  public synchronized Engine of(InstalledModel model) {
    requireOpen(model.label());
    return byFolder.computeIfAbsent(model.folder(), folder -> handle(model));
  }

  private Engine handle(InstalledModel model) {
    return switch (model.model().task()) {
      case EMBEDDING -> new LazyEmbeddingEngine(model, session(EmbeddingEngine.class, model));
      case RERANK -> new LazyRerankEngine(model, session(RerankEngine.class, model));
      case GENERATION -> new LazyGenerationEngine(model, session(GenerationEngine.class, model));
    };
  }

  private <E extends Engine> OpenOnce<E> session(Class<E> type, InstalledModel model) {
    OpenOnce<E> session =
        new OpenOnce<>(
            model.label(), () -> OpenEngines.ofProcess().open(type, finder.find(model), model));
    newestFirst.push(session);
    return session;
  }

  /**
   * Checks that there are still handles to be had.
   *
   * @param model what a handle is wanted for
   * @throws IllegalStateException after {@link #close()}
   */
  public synchronized void requireOpen(String model) {
    if (closed) {
      throw new IllegalStateException(
          "The engine of \"%s\" was asked for after Models was closed".formatted(model));
    }
  }

  /**
   * Opens the sessions of all handles, the oldest first; where some cannot be, the others.
   *
   * @throws InterruptedCallException if the thread is interrupted; those that follow stay closed
   */
  public void openAll() {
    List<OpenOnce<?>> oldestFirst = newestFirst();
    Collections.reverse(oldestFirst);
    forEach(oldestFirst, OpenOnce::get);
  }

  private synchronized List<OpenOnce<?>> newestFirst() {
    return new ArrayList<>(newestFirst);
  }

  /** Closes all handles, the newest first. Idempotent. */
  @Override
  public void close() {
    forEach(take(), OpenOnce::close);
  }

  private synchronized List<OpenOnce<?>> take() {
    closed = true;
    byFolder.clear();
    List<OpenOnce<?>> sessions = newestFirst();
    newestFirst.clear();
    return sessions;
  }

  /** One session that fails must not keep the others from their turn. */
  private static void forEach(List<OpenOnce<?>> sessions, Consumer<OpenOnce<?>> action) {
    RuntimeException failure = null;
    for (OpenOnce<?> session : sessions) {
      try {
        action.accept(session);
      } catch (InterruptedCallException e) {
        // Nobody waits for the others any more.
        throw e;
      } catch (RuntimeException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
