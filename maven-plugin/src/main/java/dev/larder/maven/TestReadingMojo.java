package dev.larder.maven;

import dev.larder.core.project.TestKnowledge;
import dev.larder.maven.preparation.TestCode;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystem;

/** A goal that also reads what tests declare. */
abstract class TestReadingMojo extends LockingMojo {

  /**
   * Whether the build leaves its tests out. What is locked for them alone stays then.
   *
   * @since 0.1.0
   */
  @Parameter(property = "maven.test.skip", defaultValue = "false")
  private boolean skipTests;

  TestReadingMojo(RepositorySystem system, ProjectDependenciesResolver dependencies) {
    super(system, dependencies);
  }

  @Override
  final TestKnowledge tests() {
    return skipTests ? TestKnowledge.UNKNOWN : new TestCode(project()).knowledge();
  }
}
