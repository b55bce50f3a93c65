package dev.larder.maven.progress;

import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.Selector;
import dev.larder.core.catalog.Terms;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Names the terms of models that are not what one expects, each once. */
public final class TermsNotice {

  private final Supplier<Catalog> catalog;
  private final Consumer<String> lines;
  private final Set<String> named = new HashSet<>();

  /**
   * @param catalog asked only where a model is to be named
   */
  public TermsNotice(Supplier<Catalog> catalog, Consumer<String> lines) {
    this.catalog = catalog;
    this.lines = lines;
  }

  /**
   * Names a model's terms, if they have to be.
   *
   * @param model what the project calls it
   * @param licence the one that is known of it
   */
  public synchronized void show(String model, String licence) {
    if (!named.add(model)) {
      return;
    }
    Terms terms = new Terms(licence, isGated(model));
    if (!terms.isOpenSource()) {
      lines.accept(
          "The licence of %s, %s, is not an open-source one: read it before you use the model"
              .formatted(model, licence));
    }
    if (terms.gated()) {
      lines.accept(
          "The repository of %s is gated: who fetches it has to accept its terms there first"
              .formatted(model));
    }
  }

  /** Another catalog than this one may have known the model. */
  private boolean isGated(String model) {
    return catalog.get().models().stream()
        .filter(known -> known.name().equals(Selector.parse(model).name()))
        .anyMatch(CatalogModel::gated);
  }
}
