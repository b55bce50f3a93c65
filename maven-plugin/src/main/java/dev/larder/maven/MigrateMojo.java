package dev.larder.maven;

import dev.larder.core.catalog.Catalog;
import dev.larder.core.store.ModelStore;
import dev.larder.maven.migration.Migration;
import dev.larder.maven.output.Finding;
import dev.larder.maven.progress.Progress;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * Finds model files that lie in the build's projects, recognises those of the catalog by their
 * digests and copies them into the store. Says what can be deleted and ignored then, and deletes
 * nothing itself. Sends nothing.
 *
 * @since 0.1.0
 */
@Mojo(name = "migrate", requiresProject = false, aggregator = true, threadSafe = true)
public final class MigrateMojo extends TransferringMojo {

  /**
   * The only folder to look in. Without it, resources/models and src/main/resources/models of every
   * project of the build.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.folder")
  private @Nullable File folder;

  @Override
  Finding find() throws MojoExecutionException {
    Path root = Path.of(session().getExecutionRootDirectory());
    try (Progress listener = progress()) {
      return new Migration(Catalog.builtIn(), new ModelStore(storeLayout()), policy())
          .run(root, folders(), listener);
    }
  }

  private List<Path> folders() {
    if (folder != null) {
      return List.of(folder.toPath().toAbsolutePath());
    }
    return session().getProjects().stream()
        .map(MavenProject::getBasedir)
        .filter(Objects::nonNull)
        .map(File::toPath)
        .flatMap(
            project ->
                Stream.of(
                    project.resolve("resources/models"),
                    project.resolve("src/main/resources/models")))
        .toList();
  }
}
