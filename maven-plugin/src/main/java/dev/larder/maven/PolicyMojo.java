package dev.larder.maven;

import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.Platform;
import dev.larder.core.fetch.TransferListener;
import dev.larder.core.project.Declarations;
import dev.larder.core.project.LicencePolicy;
import dev.larder.core.project.ProjectCheck;
import dev.larder.core.project.ProjectModels;
import dev.larder.core.project.ProjectPlatforms;
import dev.larder.core.project.ProjectRequest;
import dev.larder.core.store.Fetchers;
import dev.larder.core.store.ModelStore;
import dev.larder.maven.settings.Licences;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** A goal that respects the licence policy of its build. */
abstract class PolicyMojo extends FindingMojo {

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  /**
   * What models may be licensed under: the only licences in allow, or none of those in deny, named
   * as models:list names them. Where a model's licence is not allowed, nothing is fetched. Without
   * it, every licence is allowed.
   *
   * @since 0.1.0
   */
  @Parameter private Licences licences = new Licences();

  final MavenProject project() {
    return project;
  }

  final MavenSession session() {
    return session;
  }

  final Licences licences() {
    return licences;
  }

  final LicencePolicy policy() {
    return licences.policy();
  }

  /** How what the project declares, its lock and the store agree. */
  final ProjectCheck check(ProjectRequest request) {
    return new ProjectModels(
            Catalog.builtIn(),
            new ModelStore(storeLayout()),
            Fetchers::none,
            TransferListener.SILENT)
        .check(request);
  }

  /** What the project declares and has to respect. */
  final ProjectRequest request(
      Declarations declarations,
      File lockFile,
      Optional<String> frozenBy,
      ProjectPlatforms platforms) {
    return new ProjectRequest(
        project.getGroupId() + ":" + project.getArtifactId(),
        declarations,
        lockFile.toPath(),
        frozenBy,
        policy(),
        platforms);
  }

  /** What a project's models are locked for. */
  static ProjectPlatforms platforms(List<String> words) throws MojoExecutionException {
    List<Platform> platforms = new ArrayList<>();
    for (String word : stripped(words)) {
      platforms.add(
          Platform.ofWord(word)
              .orElseThrow(
                  () ->
                      new MojoExecutionException(
                          "models.platforms has \"%s\", and can have %s"
                              .formatted(word, String.join(", ", Platform.words())))));
    }
    return new ProjectPlatforms(Platform.ofMachine(), platforms);
  }
}
