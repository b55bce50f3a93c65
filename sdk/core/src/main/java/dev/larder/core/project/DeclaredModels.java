package dev.larder.core.project;

import dev.larder.core.catalog.Catalog;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.manifest.Manifest;
import dev.larder.core.manifest.ModelUse;
import dev.larder.core.store.WantedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The models that a project declares, as exactly as its lock or else the catalog knows them.
 *
 * @param byKey sorted by what the project calls them
 */
record DeclaredModels(Map<String, WantedModel> byKey) {

  static DeclaredModels of(Catalog catalog, ModelsLock lock, List<Manifest> manifests) {
    ModelResolver resolver = new ModelResolver(catalog, lock);
    Map<String, WantedModel> wanted = new TreeMap<>();
    manifests.stream()
        .flatMap(manifest -> manifest.uses().stream())
        .map(ModelUse::model)
        .distinct()
        .map(resolver::resolve)
        .forEach(model -> wanted.putIfAbsent(model.key().text(), model));
    return new DeclaredModels(wanted);
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
