package dev.larder.core.lock;

import dev.larder.core.catalog.Selector;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The exact files that a project uses.
 *
 * @param models sorted by key
 */
public record ModelsLock(List<LockedModel> models) {

  /** The lock's name beside a project's pom. */
  public static final String FILE_NAME = "models.lock";

  /** Where a lock lies in a jar. */
  public static final String PATH = "META-INF/larder/models.lock";

  public ModelsLock {
    models = models.stream().sorted(Comparator.comparing(model -> model.key().text())).toList();
  }

  public static ModelsLock empty() {
    return new ModelsLock(List.of());
  }

  public static ModelsLock of(Collection<LockedModel> models) {
    return new ModelsLock(List.copyOf(models));
  }

  public Optional<LockedModel> find(Selector key) {
    return models.stream().filter(model -> model.key().equals(key)).findFirst();
  }
}
