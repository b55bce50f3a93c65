package dev.larder.core.engine;

import dev.larder.api.Engine;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.Variant;

/**
 * Opens engines. An engine module offers one through {@link java.util.ServiceLoader}; a new engine
 * is a jar on the class path and no change elsewhere.
 *
 * <p>Providers that are equal open the same engines: what one has opened is shared with those who
 * ask another. One without settings is best a record without components.
 *
 * <p>Safe for use by many threads at once.
 */
public interface EngineProvider {

  /** The engine's name, for messages and for callers who ask for it. */
  String name();

  /**
   * How well this engine runs a model, judged by task, format and architecture without opening it:
   * 0 where it cannot, otherwise the higher the better, 100 for an engine made for such models.
   */
  int suitability(CatalogModel model, Variant variant);

  /**
   * Opens the model with the engine type of its task.
   *
   * @throws dev.larder.api.CorruptModelException if a file cannot be parsed
   * @throws dev.larder.api.EngineException if native code fails
   */
  Engine open(InstalledModel model);
}
