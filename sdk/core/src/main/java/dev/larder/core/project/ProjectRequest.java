package dev.larder.core.project;

import dev.larder.core.manifest.Manifest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a project wants to have.
 *
 * @param name its group and artifact id
 * @param declarations what its code and its dependencies declare
 * @param lockFile where its lock is or will be
 * @param frozenBy what forbids that the lock changes, for instance {@code CI=true}
 * @param licences what its models may be licensed under
 * @param platforms which platforms they are locked for
 */
public record ProjectRequest(
    String name,
    Declarations declarations,
    Path lockFile,
    Optional<String> frozenBy,
    LicencePolicy licences,
    ProjectPlatforms platforms) {

  /** Of a project whose tests are not known, for this machine. */
  public ProjectRequest(
      String name,
      List<Manifest> manifests,
      Path lockFile,
      Optional<String> frozenBy,
      LicencePolicy licences) {
    this(
        name,
        Declarations.of(manifests),
        lockFile,
        frozenBy,
        licences,
        ProjectPlatforms.ofMachine());
  }
}
