package dev.larder.maven.listing;

import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.store.ModelStore;
import dev.larder.maven.contents.StoreContents;
import dev.larder.maven.contents.StoreSummary;
import java.util.List;

/** Lists known models, with what of them is on this machine. */
public final class ModelLister {

  private final Catalog catalog;
  private final ModelStore store;

  public ModelLister(Catalog catalog, ModelStore store) {
    this.catalog = catalog;
    this.store = store;
  }

  /**
   * The models that selectors name, or all where there are none.
   *
   * @throws dev.larder.api.UnknownModelException if a selector names nothing
   */
  public Listing list(List<String> selectors) {
    StoreContents contents = new StoreContents(store);
    List<ListedModel> models =
        asked(selectors).stream().map(model -> new ListedModel(model, contents.of(model))).toList();
    return new Listing(StoreSummary.of(store), models);
  }

  private List<CatalogModel> asked(List<String> selectors) {
    return selectors.isEmpty()
        ? catalog.models()
        : selectors.stream().map(name -> catalog.select(name).model()).distinct().toList();
  }
}
