package dev.larder.maven;

import dev.larder.maven.preparation.BuildNames;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;

/** A goal that looks at models by their names, also those that the build defines itself. */
abstract class NamingMojo extends FindingMojo {

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  private final ProjectDependenciesResolver dependencies;

  NamingMojo(ProjectDependenciesResolver dependencies) {
    this.dependencies = dependencies;
  }

  final MavenSession session() {
    return session;
  }

  final BuildNames names() {
    return new BuildNames(dependencies, session);
  }
}
