package dev.larder.maven;

import dev.larder.maven.output.Finding;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystem;

/**
 * Fetches the models that the compiled code and its dependencies declare, and locks them. Made to
 * be bound to the build.
 *
 * @since 0.1.0
 */
@Mojo(name = "prepare", defaultPhase = LifecyclePhase.PROCESS_CLASSES, threadSafe = true)
public final class PrepareMojo extends LockingMojo {

  @Inject
  public PrepareMojo(RepositorySystem system, ProjectDependenciesResolver dependencies) {
    super(system, dependencies);
  }

  @Override
  Finding find() throws MojoExecutionException {
    return prepare();
  }
}
