package dev.larder.core.project;

import dev.larder.api.ModelException;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.manifest.Manifest;
import java.util.ArrayList;
import java.util.List;

/**
 * What the names of an application mean: those of the catalog, and those that its code and its
 * libraries define.
 *
 * @param catalog all of them; where definitions contradict each other, with the first
 * @param problems whatever in the manifests contradicts something else, in the catalog, the lock or
 *     another manifest
 * @param warnings sentences on what is decided, but perhaps not as it was meant
 */
public record DeclaredCatalog(
    Catalog catalog, List<ModelException> problems, List<String> warnings) {

  public DeclaredCatalog {
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
  }

  /** Puts the manifests of an application together, its own first. */
  public static DeclaredCatalog of(Catalog builtIn, ModelsLock lock, List<Manifest> manifests) {
    return ofPlaced(builtIn, lock, PlacedManifest.of(manifests, 1));
  }

  /** Puts the manifests of a project together. */
  public static DeclaredCatalog of(Catalog builtIn, ModelsLock lock, Declarations declarations) {
    return ofPlaced(builtIn, lock, declarations.placed());
  }

  static DeclaredCatalog ofPlaced(Catalog builtIn, ModelsLock lock, List<PlacedManifest> placed) {
    Definitions definitions = new Definitions(builtIn);
    placed.forEach(definitions::addModels);
    List<Manifest> manifests = placed.stream().map(PlacedManifest::manifest).toList();
    for (Manifest manifest : manifests) {
      manifest.aliases().forEach(alias -> definitions.add(alias, manifest));
    }
    Catalog catalog = definitions.catalog();
    List<ModelException> problems = new ArrayList<>(definitions.problems());
    problems.addAll(new UseCheck(catalog, lock).problems(manifests));
    return new DeclaredCatalog(catalog, problems, definitions.warnings());
  }
}
