package dev.larder.maven.verification;

import dev.larder.core.catalog.Catalog;
import dev.larder.core.fetch.TransferListener;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.project.LicencePolicy;
import dev.larder.core.project.ModelResolver;
import dev.larder.core.store.Fetchers;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.WantedModel;
import java.util.List;
import java.util.function.Supplier;

/** Fetches again what is not what was fetched. */
public final class StoreRepair {

  private final Catalog catalog;
  private final ModelStore store;
  private final Supplier<Fetchers> fetchers;
  private final LicencePolicy licences;
  private final TransferListener listener;

  /**
   * @param fetchers closed afterwards
   * @param licences what may be fetched
   * @param listener is told how files arrive
   */
  public StoreRepair(
      Catalog catalog,
      ModelStore store,
      Supplier<Fetchers> fetchers,
      LicencePolicy licences,
      TransferListener listener) {
    this.catalog = catalog;
    this.store = store;
    this.fetchers = fetchers;
    this.licences = licences;
    this.listener = listener;
  }

  /**
   * Repairs every model that is wrong.
   *
   * @throws dev.larder.api.ModelException if one cannot be fetched with the same bytes
   */
  public Verification run(Verification found) {
    List<WantedModel> wrong =
        found.models().stream()
            .filter(Verified::isWrong)
            .map(Verified::model)
            .map(new ModelResolver(catalog, ModelsLock.empty())::wanted)
            .toList();
    wrong.forEach(model -> licences.require(model, catalog));
    try (Fetchers open = fetchers.get()) {
      store.install(wrong, open, listener);
    }
    return new Verification(
        found.store(),
        found.models().stream()
            .map(model -> model.isWrong() ? model.as(Outcome.REPAIRED) : model)
            .toList());
  }
}
