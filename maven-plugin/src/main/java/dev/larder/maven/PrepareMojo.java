package dev.larder.maven;

import dev.larder.core.project.TestKnowledge;
import dev.larder.maven.output.Finding;
import dev.larder.maven.preparation.Suspension;
import javax.inject.Inject;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystem;

/**
 * Fetches the models that the compiled code and its dependencies declare, and locks them. Made to
 * be bound to the build. What is locked for tests alone stays.
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
  boolean begin() {
    return !new Suspension(project()).isOn();
  }

  /** Where prepare-tests comes later in the build, it drops what tests do not need either. */
  @Override
  TestKnowledge tests() {
    Plugin bound =
        project().getPlugin(Plugin.constructKey(plugin().getGroupId(), plugin().getArtifactId()));
    boolean testsFollow =
        bound != null
            && bound.getExecutions().stream()
                .anyMatch(execution -> execution.getGoals().contains(PrepareTestsMojo.GOAL));
    return testsFollow ? TestKnowledge.PENDING : TestKnowledge.UNKNOWN;
  }

  @Override
  Finding find() throws MojoExecutionException {
    return prepare();
  }
}
