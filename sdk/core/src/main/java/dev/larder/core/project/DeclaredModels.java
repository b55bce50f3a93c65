package dev.larder.core.project;

import dev.larder.api.ModelException;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.Platform;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.manifest.Manifest;
import dev.larder.core.manifest.ModelUse;
import dev.larder.core.store.WantedModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The models that a project declares, as exactly as its lock or else the catalog knows them.
 *
 * @param catalog what names mean in the project
 * @param byKey sorted by what the project calls them; each once, or once a platform
 * @param machine who is to run them here
 */
record DeclaredModels(Catalog catalog, Map<String, List<WantedModel>> byKey, Platform machine) {

  /**
   * Resolves what manifests declare.
   *
   * @param platforms which ones the models are for
   * @throws dev.larder.api.ModelException if a name means nothing, or a declaration contradicts
   *     another one or the lock
   */
  static DeclaredModels of(
      Catalog builtIn, ModelsLock lock, List<Manifest> manifests, ProjectPlatforms platforms) {
    DeclaredCatalog declared = DeclaredCatalog.of(builtIn, lock, manifests);
    for (ModelException problem : declared.problems()) {
      throw problem;
    }
    ModelResolver resolver = new ModelResolver(declared.catalog(), lock, platforms.machine());
    List<Platform> all = platforms.with(lock);
    Map<String, List<WantedModel>> wanted = new TreeMap<>();
    manifests.stream()
        .flatMap(manifest -> manifest.uses().stream())
        .map(ModelUse::model)
        .distinct()
        // Who asks for a revision decides it for those who do not.
        .sorted(Comparator.comparing(model -> !model.contains("@")))
        .map(model -> resolver.resolve(model, all))
        .forEach(models -> wanted.putIfAbsent(models.get(0).key().text(), models));
    return new DeclaredModels(declared.catalog(), wanted, platforms.machine());
  }

  /** Those of every platform. */
  List<WantedModel> models() {
    return byKey.values().stream().flatMap(Collection::stream).toList();
  }

  /** Those that this machine uses: of each, what is closest to its platform. */
  List<WantedModel> here() {
    return byKey.values().stream()
        .flatMap(
            models ->
                models.stream()
                    .filter(model -> machine.includes(model.platform()))
                    .reduce((a, b) -> b)
                    .stream())
        .toList();
  }

  /** Those that only other machines use. */
  List<WantedModel> elsewhere() {
    List<WantedModel> here = here();
    return models().stream().filter(model -> !here.contains(model)).toList();
  }

  /** What would have to change in the lock, a phrase each. */
  List<String> differences(ModelsLock lock) {
    List<String> differences = new ArrayList<>();
    for (WantedModel model : models()) {
      Optional<LockedModel> locked = lock.find(model.key(), model.platform());
      if (locked.isEmpty()) {
        differences.add(missing(model, lock));
      } else if (!WantedModel.of(locked.get()).equals(model)) {
        differences.add(
            "\"%s\" is declared with another revision than the lock's".formatted(model.key()));
      }
    }
    for (LockedModel locked : lock.models()) {
      if (models().stream().noneMatch(model -> isOf(locked, model))) {
        differences.add("\"%s\" is locked, but no longer declared".formatted(locked.label()));
      }
    }
    return differences;
  }

  private static boolean isOf(LockedModel locked, WantedModel model) {
    return locked.key().equals(model.key()) && locked.platform() == model.platform();
  }

  private static String missing(WantedModel model, ModelsLock lock) {
    Platform platform = model.platform();
    return platform == null || lock.find(model.key()).isEmpty()
        ? "\"%s\" is declared, but not locked".formatted(model.key())
        : "\"%1$s\" is not locked for %2$s, which mvn models:lock -Dmodels.platforms=%2$s does"
            .formatted(model.key(), platform.word());
  }
}
