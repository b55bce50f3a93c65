package dev.larder.maven.verification;

import dev.larder.api.NotFetchedException;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.Selector;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.RecordedModel;
import dev.larder.core.store.ModelStore;
import java.util.List;

/** Finds what ever came into a store by the names that people give it. */
public final class RecordedNames {

  private final Catalog catalog;
  private final ModelStore store;

  public RecordedNames(Catalog catalog, ModelStore store) {
    this.catalog = catalog;
    this.store = store;
  }

  /**
   * What selectors name, or everything where there are none. A bare name stands for all variants
   * that came, and an alias for its own.
   *
   * @throws dev.larder.api.UnknownModelException if a selector names nothing
   * @throws NotFetchedException if a selector names a model that never came
   */
  public List<LockedModel> select(List<String> selectors) {
    List<LockedModel> known = store.everKnown().stream().map(RecordedModel::model).toList();
    return selectors.isEmpty()
        ? known
        : selectors.stream()
            .flatMap(selector -> select(selector, known).stream())
            .distinct()
            .toList();
  }

  private List<LockedModel> select(String selector, List<LockedModel> known) {
    Selector key = catalog.select(selector).key();
    List<LockedModel> found = known.stream().filter(model -> names(key, model)).toList();
    if (found.isEmpty()) {
      throw new NotFetchedException(
          selector,
          store.layout().home().toString(),
          "run mvn models:fetch in the project that declares it");
    }
    return found;
  }

  private static boolean names(Selector key, LockedModel model) {
    return key.name().equals(model.key().name())
        && (key.variant() == null || key.variant().equals(model.variant()))
        && (key.revision() == null || key.revision().equals(model.revision()));
  }
}
