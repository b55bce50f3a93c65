package dev.larder.maven.description;

import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.Selection;
import dev.larder.core.catalog.Variant;
import dev.larder.core.store.KnownProject;
import dev.larder.core.store.ModelStore;
import dev.larder.maven.contents.PresentModel;
import dev.larder.maven.contents.StoreContents;
import java.nio.file.Files;
import java.util.List;

/** Gathers what is known of models. */
public final class ModelDescriber {

  private final Catalog catalog;
  private final ModelStore store;

  public ModelDescriber(Catalog catalog, ModelStore store) {
    this.catalog = catalog;
    this.store = store;
  }

  /**
   * Describes what selectors name: a whole model by its name, or the one variant that is named.
   *
   * @throws dev.larder.api.UnknownModelException if a selector names nothing
   */
  public Descriptions describe(List<String> selectors) {
    StoreContents contents = new StoreContents(store);
    List<KnownProject> projects =
        store.projects().list().stream()
            .filter(project -> Files.isRegularFile(project.lockFile()))
            .toList();
    return new Descriptions(
        selectors.stream()
            .map(selector -> describe(selector, catalog.select(selector), contents, projects))
            .toList());
  }

  private static Description describe(
      String selector, Selection selection, StoreContents contents, List<KnownProject> projects) {
    CatalogModel model = selection.model();
    List<PresentModel> present = contents.of(model);
    List<Variant> variants =
        selection.key().variant() == null ? model.variants() : List.of(selection.variant());
    return new Description(
        selector,
        model,
        variants.stream()
            .map(variant -> new DescribedVariant(model, variant, of(variant, present)))
            .toList(),
        projects.stream().filter(project -> locks(project, variants, model)).toList());
  }

  private static List<DescribedCopy> of(Variant variant, List<PresentModel> present) {
    return present.stream()
        .filter(found -> found.model().variant().equals(variant.id()))
        .map(DescribedCopy::of)
        .toList();
  }

  private static boolean locks(KnownProject project, List<Variant> variants, CatalogModel model) {
    return project.models().stream()
        .filter(locked -> locked.name().equals(model.name()))
        .anyMatch(
            locked -> variants.stream().anyMatch(variant -> variant.id().equals(locked.variant())));
  }
}
