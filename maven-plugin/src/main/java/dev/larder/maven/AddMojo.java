package dev.larder.maven;

import dev.larder.core.catalog.Catalog;
import dev.larder.core.store.ModelStore;
import dev.larder.maven.addition.Addition;
import dev.larder.maven.locks.ProjectLocks;
import dev.larder.maven.output.Finding;
import dev.larder.maven.preparation.BuildNames;
import dev.larder.maven.progress.Progress;
import dev.larder.maven.questions.Questions;
import java.io.File;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Fetches models by name, without declaring or locking them. In a build that locks them, those are
 * the locked files. Needs no project.
 *
 * @since 0.1.0
 */
@Mojo(name = "add", requiresProject = false, aggregator = true, threadSafe = true)
public final class AddMojo extends FetchingMojo {

  /**
   * The models to fetch, separated by commas: name[:variant][@revision] each.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.name")
  private List<String> names = List.of();

  /**
   * Fetches every model of the catalog that the licence policy allows and an engine runs, after a
   * question that says how large they are.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.all", defaultValue = "false")
  private boolean all;

  /**
   * Answers the question with yes, which has to be said where nobody can be asked.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.yes", defaultValue = "false")
  private boolean yes;

  /**
   * The lock that says which files are meant. Without it, the models.lock beside every pom of the
   * build.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.lockFile")
  private @Nullable File lockFile;

  private final ProjectDependenciesResolver dependencies;

  @Inject
  public AddMojo(RepositorySystem system, ProjectDependenciesResolver dependencies) {
    super(system);
    this.dependencies = dependencies;
  }

  @Override
  Finding find() throws MojoExecutionException {
    if (stripped(names).isEmpty() == !all) {
      throw new MojoExecutionException(
          "Which models? -Dmodels.name=<name>[,<name>...] or -Dmodels.all says it");
    }
    BuildNames known = new BuildNames(dependencies, session());
    Addition addition =
        new Addition(
            all ? Catalog.builtIn() : known.of(stripped(names)),
            ProjectLocks.of(session(), lockFile).lock(),
            new ModelStore(storeLayout()),
            fetchers(),
            policy());
    try (Progress listener = progress()) {
      return all
          ? addition.all(yes ? Questions.ALWAYS_YES : Questions.of(session()), listener)
          : addition.named(stripped(names), listener);
    }
  }
}
