package dev.larder.maven;

import dev.larder.core.ModelRegistry;
import dev.larder.core.store.Fetchers;
import dev.larder.core.store.ModelStore;
import dev.larder.maven.location.Locations;
import dev.larder.maven.locks.ProjectLocks;
import dev.larder.maven.output.Finding;
import java.io.File;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.jspecify.annotations.Nullable;

/**
 * Prints where the file of a model lies, alone on standard output; run Maven with -q. Its other
 * files lie beside it. In a build, the locks of its projects say which files are meant.
 *
 * @since 0.1.0
 */
@Mojo(name = "path", requiresProject = false, aggregator = true, threadSafe = true)
public final class PathMojo extends NamingMojo {

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

  @Inject
  public PathMojo(ProjectDependenciesResolver dependencies) {
    super(dependencies);
  }

  @Override
  Finding find() throws MojoFailureException {
    List<String> selectors = required(names);
    ModelRegistry registry =
        new ModelRegistry(
            names().of(selectors),
            ProjectLocks.of(session(), lockFile).lock(),
            new ModelStore(storeLayout()),
            Fetchers.none());
    return Locations.of(registry, selectors);
  }

  /** For scripts in this form too: what Maven is told not to log has to be there. */
  @Override
  void show(List<String> lines) {
    lines.forEach(System.out::println);
  }
}
