package dev.larder.core.project;

import dev.larder.api.ModelException;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.Platform;
import dev.larder.core.catalog.Selector;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.lock.Scope;
import dev.larder.core.manifest.Manifest;
import dev.larder.core.manifest.ModelUse;
import dev.larder.core.store.WantedModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The models that a project declares, as exactly as its lock or else the catalog knows them.
 *
 * @param catalog what names mean in the project
 * @param byKey sorted by what the project calls them; each once, or once a platform
 * @param application the keys of those that the application declares
 * @param tests the keys of those that its tests declare
 * @param knowledge how much is known of those
 * @param machine who is to run them here
 */
record DeclaredModels(
    Catalog catalog,
    Map<String, List<WantedModel>> byKey,
    Set<String> application,
    Set<String> tests,
    TestKnowledge knowledge,
    Platform machine) {

  /**
   * Resolves what is declared.
   *
   * @param platforms which ones the models are for
   * @throws dev.larder.api.ModelException if a name means nothing, or a declaration contradicts
   *     another one or the lock
   */
  static DeclaredModels of(
      Catalog builtIn, ModelsLock lock, Declarations declarations, ProjectPlatforms platforms) {
    DeclaredCatalog declared = DeclaredCatalog.of(builtIn, lock, declarations);
    for (ModelException problem : declared.problems()) {
      throw problem;
    }
    ModelResolver resolver = new ModelResolver(declared.catalog(), lock, platforms.machine());
    List<Platform> all = platforms.with(lock);
    Map<String, List<WantedModel>> wanted = new TreeMap<>();
    models(declarations.manifests())
        // Who asks for a revision decides it for those who do not.
        .sorted(Comparator.comparing(model -> !model.contains("@")))
        .map(model -> resolver.resolve(model, all))
        .forEach(models -> wanted.putIfAbsent(models.get(0).key().text(), models));
    return new DeclaredModels(
        declared.catalog(),
        wanted,
        keys(declarations.application(), declared.catalog()),
        keys(declarations.tests(), declared.catalog()),
        declarations.knowledge(),
        platforms.machine());
  }

  private static Stream<String> models(List<Manifest> manifests) {
    return manifests.stream()
        .flatMap(manifest -> manifest.uses().stream())
        .map(ModelUse::model)
        .distinct();
  }

  private static Set<String> keys(List<Manifest> manifests, Catalog catalog) {
    return models(manifests)
        .map(model -> catalog.select(model).key().withoutRevision().text())
        .collect(Collectors.toSet());
  }

  /** Which code needs a declared model. */
  private Scope scope(Selector key) {
    return application.contains(key.text()) ? Scope.APPLICATION : Scope.TEST;
  }

  /** The lock with these files, and with what the old one keeps. */
  ModelsLock lock(List<LockedModel> exactly, ModelsLock old) {
    return ModelsLock.of(
        Stream.concat(
                exactly.stream().map(model -> model.in(scope(model.key()))), kept(old).stream())
            .toList());
  }

  /** What is not declared, and stays locked: tests that nobody looked at may need it. */
  private List<LockedModel> kept(ModelsLock lock) {
    return lock.models().stream()
        .filter(model -> !byKey.containsKey(model.key().text()))
        .filter(knowledge::mayNeed)
        .toList();
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
      } else if (!WantedModel.of(locked.get()).exactly().equals(model.exactly())) {
        differences.add(
            "\"%s\" is declared with another revision than the lock's".formatted(model.key()));
      } else if (locked.get().scope() != scope(model.key())) {
        differences.add(
            (locked.get().scope() == Scope.TEST
                    ? "\"%s\" is declared in the application, but locked for tests alone"
                    : "\"%s\" is locked for the application, but only tests declare it")
                .formatted(locked.get().label()));
      }
    }
    List<LockedModel> kept = kept(lock);
    for (LockedModel locked : lock.models()) {
      if (!kept.contains(locked) && models().stream().noneMatch(model -> isOf(locked, model))) {
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
