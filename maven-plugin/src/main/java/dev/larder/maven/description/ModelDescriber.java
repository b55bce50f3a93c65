package dev.larder.maven.description;

import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.Platform;
import dev.larder.core.catalog.Selection;
import dev.larder.core.catalog.Variant;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.store.KnownProject;
import dev.larder.core.store.ModelStore;
import dev.larder.maven.contents.PresentModel;
import dev.larder.maven.contents.StoreContents;
import dev.larder.maven.projections.LearnedProjection;
import java.nio.file.Files;
import java.util.List;

/** Gathers what is known of models. */
public final class ModelDescriber {

  private final Catalog catalog;
  private final ModelsLock lock;
  private final ModelStore store;
  private final Platform machine;

  /**
   * @param lock what this build locks
   */
  public ModelDescriber(Catalog catalog, ModelsLock lock, ModelStore store) {
    this(catalog, lock, store, Platform.ofMachine());
  }

  ModelDescriber(Catalog catalog, ModelsLock lock, ModelStore store, Platform machine) {
    this.catalog = catalog;
    this.lock = lock;
    this.store = store;
    this.machine = machine;
  }

  /**
   * Describes what selectors name: a whole model by its name, or the one variant that is named.
   *
   * @throws dev.larder.api.UnknownModelException if a selector names nothing
   */
  public Descriptions describe(List<String> selectors) {
    StoreContents contents = new StoreContents(store);
    List<KnownProject> projects =
        store.projects().known().stream()
            .filter(project -> Files.isRegularFile(project.lockFile()))
            .toList();
    return new Descriptions(
        selectors.stream()
            .map(selector -> describe(selector, catalog.select(selector), contents, projects))
            .toList());
  }

  private Description describe(
      String selector, Selection selection, StoreContents contents, List<KnownProject> projects) {
    CatalogModel model = selection.model();
    List<PresentModel> present = contents.of(model);
    List<Variant> variants =
        selection.key().variant() == null ? model.variants() : List.of(selection.variant());
    List<KnownProject> users =
        projects.stream().filter(project -> locks(project, variants, model)).toList();
    return new Description(
        selector,
        model,
        variants.stream()
            .map(variant -> new DescribedVariant(model, variant, machine, of(variant, present)))
            .toList(),
        lock.models().stream().filter(locked -> locked.key().name().equals(model.name())).toList(),
        users,
        users.stream()
            .flatMap(user -> LearnedProjection.of(user.lockFile().resolveSibling("")).stream())
            .filter(learned -> learned.isOf(model.name()))
            .toList());
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
