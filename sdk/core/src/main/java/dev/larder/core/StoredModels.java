package dev.larder.core;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.Engine;
import dev.larder.core.catalog.Selection;
import dev.larder.core.engine.EngineFinder;
import dev.larder.core.engine.InstalledModel;
import dev.larder.core.engine.LazyEngines;
import dev.larder.core.engine.VectorCut;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The engines of models that are in the store. */
final class StoredModels implements Models {

  private final ModelRegistry registry;
  private final LazyEngines engines;
  private final Map<Path, Engine> byFolder = new HashMap<>();
  private final Deque<Engine> newestFirst = new ArrayDeque<>();
  private boolean closed;

  StoredModels(ModelRegistry registry, EngineFinder finder) {
    this.registry = registry;
    this.engines = new LazyEngines(finder);
  }

  @Override
  public synchronized <E extends Engine> E engine(Class<E> type, String selector) {
    if (closed) {
      throw new IllegalStateException(
          "The engine of \"%s\" was asked for after Models was closed".formatted(selector));
    }
    registry.find(type, selector);
    InstalledModel model = registry.require(selector);
    return type.cast(byFolder.computeIfAbsent(model.folder(), folder -> handle(model)));
  }

  @Override
  public EmbeddingEngine embedding(String selector, int dimensions) {
    Selection selection = registry.find(EmbeddingEngine.class, selector);
    VectorCut cut = VectorCut.of(selection, dimensions, "the call of Models.embedding");
    return cut.of(embedding(selector));
  }

  private Engine handle(InstalledModel model) {
    Engine engine = engines.of(model);
    newestFirst.push(engine);
    return engine;
  }

  @Override
  public synchronized void close() {
    closed = true;
    byFolder.clear();
    RuntimeException failure = null;
    for (Engine engine = newestFirst.poll(); engine != null; engine = newestFirst.poll()) {
      failure = close(engine, failure);
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** One engine that cannot be closed must not keep the others open. */
  private static @Nullable RuntimeException close(
      Engine engine, @Nullable RuntimeException earlier) {
    try {
      engine.close();
      return earlier;
    } catch (RuntimeException e) {
      if (earlier == null) {
        return e;
      }
      earlier.addSuppressed(e);
      return earlier;
    }
  }
}
