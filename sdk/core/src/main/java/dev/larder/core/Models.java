package dev.larder.core;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.Engine;
import dev.larder.api.GenerationEngine;
import dev.larder.api.RerankEngine;
import dev.larder.api.WrongTaskException;
import dev.larder.core.catalog.Selection;
import dev.larder.core.catalog.Task;
import dev.larder.core.engine.EngineFinder;
import dev.larder.core.engine.InstalledModel;
import dev.larder.core.engine.LazyEngines;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * The engines of an application: one a model, opened at its first use, closed together.
 *
 * <p>Never uses the network. Safe for use by many threads at once.
 */
public final class Models implements AutoCloseable {

  private final ModelRegistry registry;
  private final LazyEngines engines;
  private final Map<String, Engine> byModel = new HashMap<>();
  private final Deque<Engine> newestFirst = new ArrayDeque<>();
  private boolean closed;

  public Models(ModelRegistry registry, EngineFinder finder) {
    this.registry = registry;
    this.engines = new LazyEngines(finder);
  }

  /** The engine of an embedding model; see {@link #engine}. */
  public EmbeddingEngine embedding(String selector) {
    return engine(EmbeddingEngine.class, selector);
  }

  /** The engine of a reranking model; see {@link #engine}. */
  public RerankEngine rerank(String selector) {
    return engine(RerankEngine.class, selector);
  }

  /** The engine of a generation model; see {@link #engine}. */
  public GenerationEngine generation(String selector) {
    return engine(GenerationEngine.class, selector);
  }

  /**
   * The engine of a model, which opens its native session at the first use. Selectors that mean the
   * same files share an engine.
   *
   * @throws dev.larder.api.UnknownModelException if the selector names nothing
   * @throws WrongTaskException if the model does something else
   * @throws dev.larder.api.NotFetchedException if the model is not on this machine
   * @throws IllegalStateException after {@link #close()}
   */
  public synchronized <E extends Engine> E engine(Class<E> type, String selector) {
    if (closed) {
      throw new IllegalStateException(
          "The engine of \"%s\" was asked for after Models was closed".formatted(selector));
    }
    requireTask(type, selector);
    InstalledModel model = registry.require(selector);
    String files = model.label() + "@" + model.locked().revision();
    return type.cast(byModel.computeIfAbsent(files, key -> handle(model)));
  }

  private Engine handle(InstalledModel model) {
    Engine engine = engines.of(model);
    newestFirst.push(engine);
    return engine;
  }

  private void requireTask(Class<? extends Engine> type, String selector) {
    Selection selection = registry.find(selector);
    Task task = selection.model().task();
    if (task.engineType() != type) {
      throw new WrongTaskException(
          selector, task.word(), type.getSimpleName(), task.engineType().getSimpleName());
    }
  }

  /** Closes every engine that was handed out, the newest first. Idempotent. */
  @Override
  public synchronized void close() {
    closed = true;
    while (!newestFirst.isEmpty()) {
      newestFirst.pop().close();
    }
    byModel.clear();
  }
}
