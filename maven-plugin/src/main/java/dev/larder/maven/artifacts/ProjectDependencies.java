package dev.larder.maven.artifacts;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.project.DefaultDependencyResolutionRequest;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.DependencyResolutionResult;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.Dependency;

/**
 * Resolves what a project needs. By hand, because a goal that asks Maven for it cannot fork a build
 * across modules that are not installed yet.
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
    request.setResolutionFilter(
        (node, parents) -> node.getDependency() == null || isRuntime(node.getDependency()));
    return resolution(resolver.resolve(request));
  }

  /** Resolves what the project and its tests need, which is everything. */
  public Resolution all(MavenProject project, RepositorySystemSession session)
      throws DependencyResolutionException {
    return resolution(resolver.resolve(new DefaultDependencyResolutionRequest(project, session)));
  }

  /** As {@link #all}, and where not everything can be had, what can. */
  public Stream<Path> resolvable(MavenProject project, RepositorySystemSession session) {
    Resolution resolution;
    try {
      resolution = all(project, session);
    } catch (DependencyResolutionException e) {
      resolution = resolution(e.getResult());
    }
    return Stream.concat(resolution.classPath().stream(), resolution.testClassPath().stream());
  }

  private static Resolution resolution(DependencyResolutionResult result) {
    Map<Boolean, List<Artifact>> byRuntime =
        result.getResolvedDependencies().stream()
            .collect(
                Collectors.partitioningBy(
                    ProjectDependencies::isRuntime,
                    Collectors.mapping(Dependency::getArtifact, Collectors.toList())));
    return new Resolution(
        result.getDependencyGraph(),
        Objects.requireNonNull(byRuntime.get(true)),
        Objects.requireNonNull(byRuntime.get(false)));
  }

  private static boolean isRuntime(Dependency dependency) {
    return dependency.getScope().equals("compile") || dependency.getScope().equals("runtime");
  }
}
