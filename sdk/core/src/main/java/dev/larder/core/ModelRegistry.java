package dev.larder.core;

import dev.larder.api.Engine;
import dev.larder.api.NotFetchedException;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.catalog.Selection;
import dev.larder.core.engine.InstalledModel;
import dev.larder.core.fetch.TransferListener;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.lock.RecordedModel;
import dev.larder.core.project.ModelResolver;
import dev.larder.core.store.Fetchers;
import dev.larder.core.store.Installation;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.PrunePlan;
import dev.larder.core.store.StoreLayout;
import dev.larder.core.store.WantedModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The models that are known, and those that are on this machine. Every method that takes a selector
 * throws {@link dev.larder.api.UnknownModelException} for one that names nothing.
 *
 * <p>Safe for use by many threads at once.
 */
public final class ModelRegistry {

  private final Catalog catalog;
  private final ModelStore store;
  private final Fetchers fetchers;
  private final ModelResolver resolver;

  /**
   * @param catalog what names mean
   * @param lock goes before the catalog for the models that it has
   * @param store where models lie
   * @param fetchers who gets what is missing
   */
  public ModelRegistry(Catalog catalog, ModelsLock lock, ModelStore store, Fetchers fetchers) {
    this.catalog = catalog;
    this.store = store;
    this.fetchers = fetchers;
    this.resolver = new ModelResolver(catalog, lock);
  }

  /** The built-in catalog and this machine's store; fetches with what is on the class path. */
  public static ModelRegistry open() {
    return new ModelRegistry(
        Catalog.builtIn(),
        ModelsLock.empty(),
        new ModelStore(StoreLayout.ofProcess()),
        Fetchers.onClassPath(ModelRegistry.class.getClassLoader()));
  }

  /** Every known model, sorted by name. */
  public List<ModelStatus> list() {
    List<RecordedModel> here = store.present();
    return catalog.models().stream().map(model -> status(model, here)).toList();
  }

  private static ModelStatus status(CatalogModel model, List<RecordedModel> here) {
    return new ModelStatus(
        model,
        here.stream()
            .filter(recorded -> recorded.model().key().name().equals(model.name()))
            .toList());
  }

  /** What a selector names. */
  public Selection find(String selector) {
    return catalog.select(selector);
  }

  /**
   * What a selector names, for somebody who needs an engine of a type.
   *
   * @throws dev.larder.api.WrongTaskException if engines of that type do not run the model
   */
  public Selection find(Class<? extends Engine> type, String selector) {
    return catalog.select(type, selector);
  }

  /**
   * Makes sure that a model is in the store, fetching what is missing.
   *
   * @throws dev.larder.api.ModelException if it cannot be had
   */
  public InstalledModel ensure(String selector) {
    WantedModel wanted = resolver.resolve(selector);
    return installed(wanted)
        .map(this::used)
        .orElseGet(
            () -> {
              Installation installation =
                  store.install(List.of(wanted), fetchers, TransferListener.SILENT).get(0);
              return resolver.installed(installation.model(), installation.folder());
            });
  }

  /** Whether a model is in the store, complete and unchanged: a stat a file. */
  public boolean isDownloaded(String selector) {
    return installed(resolver.resolve(selector)).isPresent();
  }

  /**
   * A model that is in the store.
   *
   * @throws NotFetchedException if it is not
   */
  public InstalledModel require(String selector) {
    return installed(resolver.resolve(selector))
        .map(this::used)
        .orElseThrow(
            () ->
                new NotFetchedException(
                    selector,
                    store.layout().home().toString(),
                    "run mvn models:fetch in the project that declares it"));
  }

  /**
   * Where a model's own file lies; its other files lie beside it.
   *
   * @throws NotFetchedException if it is not in the store
   */
  public Path path(String selector) {
    return require(selector).file(FileRole.MODEL);
  }

  /**
   * Removes a model's files from the store; the record of where they came from stays.
   *
   * @return whether there was anything to remove
   */
  public boolean remove(String selector) {
    return store.known(resolver.resolve(selector)).filter(store::remove).isPresent();
  }

  /**
   * Makes room: removes the least recently used models that no living project locks, until models
   * and downloads take no more than a number of bytes, and what unfinished fetches left behind.
   *
   * @return what was removed
   */
  public PrunePlan prune(long maxBytes) {
    PrunePlan plan = store.planPruning(maxBytes);
    store.prune(plan);
    return plan;
  }

  private InstalledModel used(InstalledModel model) {
    store.noteUse(model.folder());
    return model;
  }

  private Optional<InstalledModel> installed(WantedModel wanted) {
    return store
        .known(wanted)
        .flatMap(locked -> store.find(locked).map(folder -> resolver.installed(locked, folder)));
  }
}
