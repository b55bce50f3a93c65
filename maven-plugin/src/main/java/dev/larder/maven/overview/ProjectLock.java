package dev.larder.maven.overview;

import dev.larder.core.store.KnownProject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a project's lock is to be.
 *
 * @param name the project's group and artifact id
 * @param file the lock, absolute
 * @param seen when the project's models were last prepared; empty where they never were
 */
public record ProjectLock(String name, Path file, Optional<Instant> seen) {

  /** The lock of a project in this build. */
  public static ProjectLock ofBuild(String name, Path file) {
    return new ProjectLock(name, file.toAbsolutePath().normalize(), Optional.empty());
  }

  static ProjectLock of(KnownProject project) {
    return new ProjectLock(project.name(), project.lockFile(), Optional.of(project.seen()));
  }

  Path folder() {
    return file.resolveSibling("");
  }
}
