package dev.larder.its.benchmarks.models;

import dev.larder.core.ModelRegistry;
import dev.larder.core.Models;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.engine.EngineFinder;
import dev.larder.core.engine.InstalledModel;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.store.Fetchers;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.StoreLayout;
import java.nio.file.Path;
import java.util.List;

/**
 * Real models in a store of their own, each file held to the digest of the catalog.
 *
 * @param store its folder
 */
public record RealModels(Path store) {

  /** Has a model in the store. */
  public InstalledModel install(RealModel model) {
    return registry(new Fetchers(List.of(new ClassPathFetcher(model)), List.of()))
        .ensure(model.selector());
  }

  /** The engines of what is in the store, as an application opens them. */
  public Models open() {
    return Models.of(
        registry(Fetchers.none()), EngineFinder.onClassPath(RealModels.class.getClassLoader()));
  }

  private ModelRegistry registry(Fetchers fetchers) {
    ModelStore models = new ModelStore(new StoreLayout(store));
    return new ModelRegistry(Catalog.builtIn(), ModelsLock.empty(), models, fetchers);
  }
}
