package dev.larder.core.lock;

import dev.larder.core.catalog.Platform;
import dev.larder.core.catalog.Selector;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The exact files that a project uses.
 *
 * @param models sorted by key and platform; of one key either one for every machine, or one a
 *     platform
 */
public record ModelsLock(List<LockedModel> models) {

  /** The lock's name beside a project's pom. */
  public static final String FILE_NAME = "models.lock";

  /** Where a lock lies in a jar. */
  public static final String PATH = "META-INF/larder/models.lock";

  private static final Comparator<LockedModel> ORDER =
      Comparator.comparing((LockedModel model) -> model.key().text())
          .thenComparing(
              LockedModel::platform, Comparator.nullsFirst(Comparator.<Platform>naturalOrder()));

  public ModelsLock {
    models = models.stream().sorted(ORDER).toList();
  }

  public static ModelsLock empty() {
    return new ModelsLock(List.of());
  }

  public static ModelsLock of(Collection<LockedModel> models) {
    return new ModelsLock(List.copyOf(models));
  }

  /** Several locks as one: of every model what the first of them has that has the model. */
  public static ModelsLock joining(List<ModelsLock> locks) {
    Map<Selector, List<LockedModel>> models = new LinkedHashMap<>();
    for (ModelsLock lock : locks) {
      lock.models.stream()
          .collect(Collectors.groupingBy(LockedModel::key))
          .forEach(models::putIfAbsent);
    }
    return ModelsLock.of(models.values().stream().flatMap(List::stream).toList());
  }

  /** A model; of several for different machines, any. */
  public Optional<LockedModel> find(Selector key) {
    return models.stream().filter(model -> model.key().equals(key)).findFirst();
  }

  /** Exactly the entry for every machine, or for those of a platform. */
  public Optional<LockedModel> find(Selector key, @Nullable Platform platform) {
    return models.stream()
        .filter(model -> model.key().equals(key) && model.platform() == platform)
        .findFirst();
  }

  /** What a machine uses of it: of each model, the entry that is closest to its platform. */
  public ModelsLock on(Platform machine) {
    Map<Selector, LockedModel> closest = new LinkedHashMap<>();
    models.stream()
        .filter(model -> machine.includes(model.platform()))
        .forEach(model -> closest.put(model.key(), model));
    return ModelsLock.of(closest.values());
  }

  /** Without what only tests need. */
  public ModelsLock ofApplication() {
    return ModelsLock.of(
        models.stream().filter(model -> model.scope() == Scope.APPLICATION).toList());
  }

  /** The platforms that it has entries for. */
  public Set<Platform> platforms() {
    return models.stream()
        .map(LockedModel::platform)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
