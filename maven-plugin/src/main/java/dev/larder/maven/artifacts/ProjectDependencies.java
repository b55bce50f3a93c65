package dev.larder.maven.artifacts;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.DependencyResolutionResult;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.graph.Dependency;
import org.jspecify.annotations.Nullable;

/**
 * Resolves what a project needs at run time. By hand, because a goal that asks Maven for it cannot
 * fork a build across modules that are not installed yet.
 */
public final class ProjectDependencies {

  private final ProjectDependenciesResolver resolver;

  public ProjectDependencies(ProjectDependenciesResolver resolver) {
    this.resolver = resolver;
  }

  /** Resolves what the project needs at run time. */
  public Resolution runtime(MavenProject project, RepositorySystemSession session)
      throws DependencyResolutionException {
    DefaultDependencyResolutionRequest request =
        new DefaultDependencyResolutionRequest(project, session);
    request.setResolutionFilter((node, parents) -> isRuntime(node.getDependency()));
    return resolution(resolver.resolve(request));
  }

  /** As {@link #runtime}, and where not everything can be had, what can. */
  public Stream<Path> resolvable(MavenProject project, RepositorySystemSession session) {
    try {
      return runtime(project, session).classPath().stream();
    } catch (DependencyResolutionException e) {
      return resolution(e.getResult()).classPath().stream();
    }
  }

  private static Resolution resolution(DependencyResolutionResult result) {
    return new Resolution(
        result.getDependencyGraph(),
        result.getResolvedDependencies().stream().map(Dependency::getArtifact).toList());
  }

  private static boolean isRuntime(@Nullable Dependency dependency) {
    return dependency == null
        || dependency.getScope().equals("compile")
        || dependency.getScope().equals("runtime");
  }
}
