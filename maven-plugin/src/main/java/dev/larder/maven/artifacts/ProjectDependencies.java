package dev.larder.maven.artifacts;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
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

  /** The jars and folders of classes that the project needs at run time, in class path order. */
  public List<Path> runtime(MavenProject project, RepositorySystemSession session)
      throws DependencyResolutionException {
    DefaultDependencyResolutionRequest request =
        new DefaultDependencyResolutionRequest(project, session);
    request.setResolutionFilter((node, parents) -> isRuntime(node.getDependency()));
    DependencyResolutionResult result = resolver.resolve(request);
    return result.getResolvedDependencies().stream()
        .map(dependency -> dependency.getArtifact().getFile())
        .filter(Objects::nonNull)
        .map(File::toPath)
        .toList();
  }

  private static boolean isRuntime(@Nullable Dependency dependency) {
    return dependency == null
        || dependency.getScope().equals("compile")
        || dependency.getScope().equals("runtime");
  }
}
