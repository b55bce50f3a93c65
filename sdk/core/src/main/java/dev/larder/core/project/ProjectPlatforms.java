package dev.larder.core.project;

import dev.larder.core.catalog.Platform;
import dev.larder.core.lock.ModelsLock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which platforms a project locks models for, where those depend on it.
 *
 * @param machine this machine's
 * @param named those that the project names
 */
public record ProjectPlatforms(Platform machine, List<Platform> named) {

  public ProjectPlatforms {
    named = List.copyOf(named);
  }

  /** This machine's. */
  public static ProjectPlatforms ofMachine() {
    return new ProjectPlatforms(Platform.ofMachine(), List.of());
  }

  /** The same and those that a lock has, even if its models move. */
  ProjectPlatforms of(ModelsLock lock) {
    return new ProjectPlatforms(machine, with(lock));
  }

  /** Those named, those that a lock has, and this machine's where none of them will do for it. */
  List<Platform> with(ModelsLock lock) {
    Set<Platform> platforms = new TreeSet<>(named);
    platforms.addAll(lock.platforms());
    if (platforms.stream().noneMatch(machine::includes)) {
      platforms.add(machine);
    }
    return List.copyOf(platforms);
  }
}
