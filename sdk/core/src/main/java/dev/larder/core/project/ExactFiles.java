package dev.larder.core.project;

import dev.larder.core.lock.LockedModel;
import dev.larder.core.store.Fetchers;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.WantedModel;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds the exact files of models without fetching them.
 *
 * @param store may have had them before
 * @param fetchers asked only where neither the lock, nor the catalog, nor the store knows
 */
record ExactFiles(ModelStore store, Supplier<Fetchers> fetchers) {

  /** Empty where only the bytes themselves say it. */
  Optional<LockedModel> of(WantedModel model) {
    return store.known(model).or(() -> ask(model));
  }

  private Optional<LockedModel> ask(WantedModel model) {
    try (Fetchers open = fetchers.get()) {
      return open.exactly(model);
    }
  }
}
