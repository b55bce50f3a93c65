package dev.larder.maven;

import dev.larder.core.project.TestKnowledge;
import dev.larder.maven.output.Finding;
import dev.larder.maven.preparation.Suspension;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystem;

/**
 * Fetches the models that the compiled code, its tests and their dependencies declare, and locks
 * them; those that only tests declare are marked. Made to be bound to the build beside prepare.
 * Does nothing where the build leaves its tests out.
 *
 * @since 0.1.0
 */
@Mojo(name = "prepare-tests", defaultPhase = LifecyclePhase.PROCESS_TEST_CLASSES, threadSafe = true)
public final class PrepareTestsMojo extends TestReadingMojo {

  /** The goal's name. */
  static final String GOAL = "prepare-tests";

  /**
   * Keeps this goal and prepare from doing anything in the build that init, check or lock forks.
   * They set it themselves; not for poms.
   *
   * @since 0.1.0
   */
  @Parameter(defaultValue = "false")
  private boolean suspend;

  @Inject
  public PrepareTestsMojo(RepositorySystem system, ProjectDependenciesResolver dependencies) {
    super(system, dependencies);
  }

  @Override
  boolean begin() {
    Suspension suspension = new Suspension(project());
    if (suspend) {
      suspension.begin();
    }
    return !suspension.isOn() && tests() == TestKnowledge.READ;
  }

  @Override
  Finding find() throws MojoExecutionException {
    return prepare();
  }
}
