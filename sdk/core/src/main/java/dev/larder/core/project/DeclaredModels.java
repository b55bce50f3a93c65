package dev.larder.core.project;

import dev.larder.api.ModelException;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.manifest.Manifest;
import dev.larder.core.manifest.ModelUse;
import dev.larder.core.store.WantedModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The models that a project declares, as exactly as its lock or else the catalog knows them.
 *
 * @param catalog what names mean in the project
 * @param byKey sorted by what the project calls them
 */
record DeclaredModels(Catalog catalog, Map<String, WantedModel> byKey) {

  /**
   * Resolves what manifests declare.
   *
   * @throws dev.larder.api.ModelException if a name means nothing, or a declaration contradicts
   *     another one or the lock
   */
  static DeclaredModels of(Catalog builtIn, ModelsLock lock, List<Manifest> manifests) {
    DeclaredCatalog declared = DeclaredCatalog.of(builtIn, lock, manifests);
    for (ModelException problem : declared.problems()) {
      throw problem;
    }
    ModelResolver resolver = new ModelResolver(declared.catalog(), lock);
    Map<String, WantedModel> wanted = new TreeMap<>();
    manifests.stream()
        .flatMap(manifest -> manifest.uses().stream())
        .map(ModelUse::model)
        .distinct()
        // Who asks for a revision decides it for those who do not.
        .sorted(Comparator.comparing(model -> !model.contains("@")))
        .map(resolver::resolve)
        .forEach(model -> wanted.putIfAbsent(model.key().text(), model));
    return new DeclaredModels(declared.catalog(), wanted);
  }

  List<WantedModel> models() {
    return List.copyOf(byKey.values());
  }

  /** What would have to change in the lock, a phrase each. */
  List<String> differences(ModelsLock lock) {
    List<String> differences = new ArrayList<>();
    for (WantedModel model : byKey.values()) {
      Optional<LockedModel> locked = lock.find(model.key());
      if (locked.isEmpty()) {
        differences.add("\"%s\" is declared, but not locked".formatted(model.key()));
      } else if (!WantedModel.of(locked.get()).equals(model)) {
        differences.add(
            "\"%s\" is declared with another revision than the lock's".formatted(model.key()));
      }
    }
    for (LockedModel locked : lock.models()) {
      if (!byKey.containsKey(locked.key().text())) {
        differences.add("\"%s\" is locked, but no longer declared".formatted(locked.key()));
      }
    }
    return differences;
  }
}
