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

  /**
   * Puts manifests together.
   *
   * @param manifests the application's own first; its definitions go before those of its libraries
   */
  public static DeclaredCatalog of(Catalog builtIn, ModelsLock lock, List<Manifest> manifests) {
    Definitions definitions = new Definitions(builtIn);
    for (int i = 0; i < manifests.size(); i++) {
      Manifest manifest = manifests.get(i);
      boolean nearest = i == 0;
      manifest.definitions().forEach(model -> definitions.add(model, manifest, nearest));
    }
    for (Manifest manifest : manifests) {
      manifest.aliases().forEach(alias -> definitions.add(alias, manifest));
    }
    Catalog catalog = definitions.catalog();
    List<ModelException> problems = new ArrayList<>(definitions.problems());
    problems.addAll(new UseCheck(catalog, lock).problems(manifests));
    return new DeclaredCatalog(catalog, problems, definitions.warnings());
  }
}
