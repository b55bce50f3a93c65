package dev.larder.maven.contents;

import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.Selection;
import dev.larder.core.catalog.Selector;
import dev.larder.core.catalog.Variant;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.RecordedModel;
import dev.larder.core.store.FoundModel;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.WantedModel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a store and the shared stores below it have of the known models. */
public final class StoreContents {

  private final ModelStore store;
  private final List<RecordedModel> recorded;

  /** Looks at the stores and their records, once. */
  public StoreContents(ModelStore store) {
    this.store = store;
    this.recorded = store.present();
  }

  /** The variants of a model that are there, also at other revisions than the catalog's. */
  public List<PresentModel> of(CatalogModel model) {
    Map<Path, PresentModel> present = new LinkedHashMap<>();
    for (RecordedModel known : recorded) {
      if (known.model().key().name().equals(model.name())) {
        store
            .look(known.model())
            .map(found -> present(known.model(), found, Optional.of(known)))
            .ifPresent(here -> present.put(here.folder(), here));
      }
    }
    for (Variant variant : model.variants()) {
      wanted(model, variant)
          .exactly()
          .flatMap(
              locked -> store.look(locked).map(found -> present(locked, found, Optional.empty())))
          .ifPresent(here -> present.putIfAbsent(here.folder(), here));
    }
    return List.copyOf(present.values());
  }

  private PresentModel present(
      LockedModel model, FoundModel found, Optional<RecordedModel> record) {
    return new PresentModel(
        model, found, record, !found.folder().startsWith(store.layout().home()));
  }

  private static WantedModel wanted(CatalogModel model, Variant variant) {
    Selector key = new Selector(model.name(), variant.id(), null);
    return WantedModel.of(new Selection(key, model, variant));
  }
}
