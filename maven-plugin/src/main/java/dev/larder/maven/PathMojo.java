package dev.larder.maven;

import dev.larder.core.ModelRegistry;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.store.Fetchers;
import dev.larder.core.store.ModelStore;
import dev.larder.maven.location.Locations;
import dev.larder.maven.locks.ProjectLocks;
import dev.larder.maven.output.Finding;
import java.io.File;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Prints where the file of a model lies, alone on standard output; run Maven with -q. Its other
 * files lie beside it. In a build, the locks of its projects say which files are meant.
 *
 * @since 0.1.0
 */
@Mojo(name = "path", requiresProject = false, aggregator = true, threadSafe = true)
public final class PathMojo extends FindingMojo {

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  /**
   * The model, name[:variant][@revision], or several, separated by commas: a line each. Required.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.name")
  private List<String> names = List.of();

  /**
   * The lock that says which files are meant. Without it, the models.lock beside every pom of the
   * build.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.lockFile")
  private @Nullable File lockFile;

  @Override
  Finding find() throws MojoFailureException {
    ModelRegistry registry =
        new ModelRegistry(
            Catalog.builtIn(),
            ProjectLocks.of(session, lockFile).lock(),
            new ModelStore(storeLayout()),
            Fetchers.none());
    return Locations.of(registry, required(names));
  }

  /** For scripts in this form too: what Maven is told not to log has to be there. */
  @Override
  void show(List<String> lines) {
    lines.forEach(System.out::println);
  }
}
