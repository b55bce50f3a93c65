package dev.larder.maven;

import dev.larder.maven.checking.Checked;
import dev.larder.maven.output.Finding;
import dev.larder.maven.preparation.InputReader;
import java.io.File;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystem;

/**
 * Compiles, then fails unless the declared models, the lock, the store and the licence policy
 * agree. Changes nothing and fetches nothing. Made for CI.
 *
 * @since 0.1.0
 */
@Mojo(name = "check", threadSafe = true)
// No further: what is bound to the phase after it may put things right that are to be found.
@Execute(phase = LifecyclePhase.COMPILE)
public final class CheckMojo extends PolicyMojo {

  /**
   * The project's lock, which belongs under version control.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.lockFile", defaultValue = "${project.basedir}/models.lock")
  private File lockFile;

  private final RepositorySystem system;
  private final ProjectDependenciesResolver dependencies;

  @Inject
  public CheckMojo(RepositorySystem system, ProjectDependenciesResolver dependencies) {
    this.system = system;
    this.dependencies = dependencies;
  }

  @Override
  Finding find() throws MojoExecutionException {
    InputReader inputs = new InputReader(system, dependencies, session().getRepositorySession());
    return new Checked(
        check(request(inputs, lockFile, Optional.of("models:check"))),
        lockFile.toPath(),
        storeLayout().home());
  }
}
