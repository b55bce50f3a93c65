package dev.larder.core;

import dev.larder.api.Engine;
import dev.larder.api.NotFetchedException;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.catalog.Selection;
import dev.larder.core.catalog.Variant;
import dev.larder.core.engine.InstalledModel;
import dev.larder.core.fetch.TransferListener;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.lock.RecordedModel;
import dev.larder.core.manifest.ModelDefinition;
import dev.larder.core.project.ApplicationModels;
import dev.larder.core.project.ModelResolver;
import dev.larder.core.store.Fetchers;
import dev.larder.core.store.Installation;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.PrunePlan;
import dev.larder.core.store.StoreLayout;
import dev.larder.core.store.WantedModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The models that are known, and those that are on this machine. Every method that takes a selector
 * throws {@link dev.larder.api.UnknownModelException} for one that names nothing.
 *
 * <p>Safe for use by many threads at once.
 */
public final class ModelRegistry {

  private final ModelStore store;
  private final Fetchers fetchers;

  /** What selectors mean; replaced as a whole when a model is registered. */
  private volatile ModelResolver resolver;

  /**
   * @param catalog what names mean
   * @param lock goes before the catalog for the models that it has
   * @param store where models lie
   * @param fetchers who gets what is missing
   */
  public ModelRegistry(Catalog catalog, ModelsLock lock, ModelStore store, Fetchers fetchers) {
    this.store = store;
    this.fetchers = fetchers;
    this.resolver = new ModelResolver(catalog, lock);
  }

  /** The built-in catalog and this machine's store; fetches with what is on the class path. */
  public static ModelRegistry open() {
    return of(
        Catalog.builtIn(),
        ModelsLock.empty(),
        Fetchers.onClassPath(ModelRegistry.class.getClassLoader()));
  }

  /** What an application says of its models, and this machine's store. */
  public static ModelRegistry of(ApplicationModels application, Fetchers fetchers) {
    return of(application.names(Catalog.builtIn()).catalog(), application.lock(), fetchers);
  }

  private static ModelRegistry of(Catalog catalog, ModelsLock lock, Fetchers fetchers) {
    return new ModelRegistry(catalog, lock, new ModelStore(StoreLayout.ofProcess()), fetchers);
  }

  /**
   * Makes a model known that the catalog does not have, to whoever uses this registry.
   *
   * @throws IllegalArgumentException if another model has its name or one of its aliases, or if a
   *     file has no digest whose source may change what it gives
   */
  public synchronized void register(CatalogModel model) {
    requireDigests(model);
    Catalog known = resolver.catalog();
    if (known.models().contains(model)) {
      return;
    }
    if (known.knows(model.name())) {
      throw new IllegalArgumentException("\"%s\" names two models".formatted(model.name()));
    }
    resolver = new ModelResolver(known.with(List.of(model), Map.of()), resolver.lock());
  }

  private static void requireDigests(CatalogModel model) {
    for (Variant variant : model.variants()) {
      if (ModelDefinition.needsDigests(variant.source())
          && variant.files().stream().anyMatch(file -> file.sha256() == null)) {
        throw new IllegalArgumentException(
            "\"%s:%s\" comes from %s and needs the SHA-256 of every file"
                .formatted(model.name(), variant.id(), variant.source().text()));
      }
    }
  }

  /** Every known model, sorted by name. Nothing is hashed for it. */
  public List<ModelStatus> list() {
    List<RecordedModel> here = store.present();
    return resolver.catalog().models().stream().map(model -> status(model, here)).toList();
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
    return resolver.catalog().select(selector);
  }

  /**
   * What a selector names, for somebody who needs an engine of a type.
   *
   * @throws dev.larder.api.WrongTaskException if engines of that type do not run the model
   */
  public Selection find(Class<? extends Engine> type, String selector) {
    return resolver.catalog().select(type, selector);
  }

  /**
   * Makes sure that a model is in the store, fetching what is missing.
   *
   * @throws dev.larder.api.InterruptedCallException if the thread is interrupted meanwhile; what
   *     has arrived is kept for the next call
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

  /**
   * Whether a model is in the store, complete and unchanged: a stat a file, but for files that were
   * copied or touched since they were verified, which are hashed once.
   */
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

  /** Lets go of connections and threads. What is here stays usable. */
  void endFetching() {
    fetchers.close();
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
