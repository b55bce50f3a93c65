package dev.larder.maven.preparation;

import dev.larder.core.project.LicencePolicy;
import dev.larder.core.project.ProjectPlatforms;
import dev.larder.core.project.TestKnowledge;
import dev.larder.core.store.StoreLayout;
import dev.larder.maven.uptodate.Circumstances;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.maven.project.MavenProject;

/**
 * What is to be prepared.
 *
 * @param project whose models
 * @param store where they go
 * @param lockFile where the project's lock is or will be
 * @param frozenBy what forbids that the lock changes
 * @param licences what the models may be licensed under
 * @param platforms which platforms they are locked for
 * @param tests whether what tests declare is prepared too
 * @param circumstances what else decides
 */
public record PreparationRequest(
    MavenProject project,
    StoreLayout store,
    Path lockFile,
    Optional<String> frozenBy,
    LicencePolicy licences,
    ProjectPlatforms platforms,
    TestKnowledge tests,
    Circumstances circumstances) {

  String name() {
    return project.getGroupId() + ":" + project.getArtifactId();
  }

  Path classes() {
    return Path.of(project.getBuild().getOutputDirectory());
  }

  Path testClasses() {
    return Path.of(project.getBuild().getTestOutputDirectory());
  }
}
