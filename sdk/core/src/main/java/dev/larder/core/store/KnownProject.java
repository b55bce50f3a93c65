package dev.larder.core.store;

import dev.larder.core.catalog.Selector;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A project that once locked models of a store.
 *
 * @param name its group and artifact id
 * @param lockFile where its lock was, absolute; it is gone where the project was moved or deleted
 * @param seen when it last brought its models up to date
 * @param models what it locked then: {@code name:variant@revision} each
 */
public record KnownProject(String name, Path lockFile, Instant seen, List<Selector> models) {

  public KnownProject {
    models = List.copyOf(models);
  }
}
