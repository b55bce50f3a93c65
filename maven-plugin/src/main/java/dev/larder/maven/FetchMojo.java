package dev.larder.maven;

import dev.larder.maven.output.Finding;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystem;

/**
 * Compiles, then fetches the models that the code, its tests and their dependencies declare, and
 * locks them; those that only tests declare are marked. Made to be run by hand.
 *
 * @since 0.1.0
 */
@Mojo(name = "fetch", threadSafe = true)
@Execute(phase = LifecyclePhase.PROCESS_TEST_CLASSES)
public final class FetchMojo extends TestReadingMojo {

  @Inject
  public FetchMojo(RepositorySystem system, ProjectDependenciesResolver dependencies) {
    super(system, dependencies);
  }

  @Override
  Finding find() throws MojoExecutionException {
    return prepare();
  }
}
