package dev.larder.maven.verification;

import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.Selection;
import dev.larder.core.catalog.Selector;
import dev.larder.core.store.LocalCopies;
import dev.larder.core.store.WantedModel;
import dev.larder.maven.output.Finding;
import java.util.List;
import java.util.stream.Stream;

/** Holds the digests of a catalog to the bytes that lie on this machine. */
public final class DigestConfirmation {

  private final Catalog catalog;
  private final LocalCopies copies;

  public DigestConfirmation(Catalog catalog, LocalCopies copies) {
    this.catalog = catalog;
    this.copies = copies;
  }

  /**
   * Hashes what is here of the models that selectors name, or of all where there are none. A bare
   * name stands for all variants.
   *
   * @throws dev.larder.api.UnknownModelException if a selector names nothing
   */
  public Finding run(List<String> selectors) {
    Stream<WantedModel> models =
        selectors.isEmpty()
            ? catalog.models().stream().flatMap(this::all)
            : selectors.stream().flatMap(this::named);
    return new Confirmation(models.distinct().map(this::confirm).toList());
  }

  private Stream<WantedModel> named(String selector) {
    Selection selected = catalog.select(selector);
    Selector key = selected.key();
    return key.variant() == null && key.revision() == null
        ? all(selected.model())
        : Stream.of(WantedModel.of(selected));
  }

  private Stream<WantedModel> all(CatalogModel model) {
    return model.variants().stream()
        .map(variant -> new Selector(model.name(), variant.id(), null).text())
        .map(catalog::select)
        .map(WantedModel::of);
  }

  private ConfirmedVariant confirm(WantedModel model) {
    return new ConfirmedVariant(model.label(), model.files(), copies.of(model));
  }
}
