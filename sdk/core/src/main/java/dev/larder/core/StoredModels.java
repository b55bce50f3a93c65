package dev.larder.core;

import dev.larder.api.DimensionMismatchException;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.Engine;
import dev.larder.core.catalog.Selection;
import dev.larder.core.engine.EngineFinder;
import dev.larder.core.engine.InstalledModel;
import dev.larder.core.engine.LazyEngines;
import dev.larder.core.engine.VectorCut;
import java.util.function.Function;

/** The engines of models that are in the store, or get there when they are asked for. */
final class StoredModels implements Models {

  private static final String CALL = "the call of Models.embedding";

  private final ModelRegistry registry;
  private final Function<String, InstalledModel> files;
  private final LazyEngines engines;
  private final Runnable end;

  /**
   * @param files gets the files of a model, by its selector
   * @param end what else is to be ended with the engines
   */
  StoredModels(
      ModelRegistry registry,
      Function<String, InstalledModel> files,
      EngineFinder finder,
      Runnable end) {
    this.registry = registry;
    this.files = files;
    this.engines = new LazyEngines(finder);
    this.end = end;
  }

  @Override
  public <E extends Engine> E engine(Class<E> type, String selector) {
    engines.requireOpen(selector);
    registry.find(type, selector);
    return type.cast(engines.of(files.apply(selector)));
  }

  @Override
  public EmbeddingEngine embedding(String selector, int dimensions) {
    engines.requireOpen(selector);
    Selection selection = registry.find(EmbeddingEngine.class, selector);
    VectorCut cut = VectorCut.of(selection, dimensions, CALL);
    InstalledModel model = files.apply(selector);
    int locked = model.locked().dimensions();
    if (locked != selection.model().dimensions() && locked != dimensions) {
      throw new DimensionMismatchException(
          selector, dimensions, locked, CALL + ", while models.lock has " + locked);
    }
    return cut.of((EmbeddingEngine) engines.of(model));
  }

  @Override
  public void warmUp() {
    engines.openAll();
  }

  @Override
  public void close() {
    try {
      engines.close();
    } finally {
      end.run();
    }
  }
}
