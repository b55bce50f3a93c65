package dev.larder.maven.preparation;

import dev.larder.core.manifest.Manifest;
import dev.larder.maven.artifacts.DependencyManifests;
import dev.larder.maven.artifacts.ProjectDependencies;
import dev.larder.maven.artifacts.Resolution;
import dev.larder.maven.artifacts.SnapshotPoms;
import dev.larder.maven.uptodate.DependencyEvidence;
import dev.larder.maven.uptodate.Evidence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.resolution.ArtifactDescriptorException;

/** Reads the manifests of a project's classes and of its dependencies. */
public final class InputReader {

  private final RepositorySystem system;
  private final ProjectDependencies dependencies;
  private final RepositorySystemSession session;

  public InputReader(
      RepositorySystem system,
      ProjectDependenciesResolver resolver,
      RepositorySystemSession session) {
    this.system = system;
    this.dependencies = new ProjectDependencies(resolver);
    this.session = session;
  }

  Inputs read(PreparationRequest request) throws MojoExecutionException {
    try {
      // The evidence first: what changes while the manifests are read must not be missed.
      Evidence own = Evidence.content(request.classes().resolve(Manifest.PATH));
      Resolution resolution = dependencies.runtime(request.project(), session);
      Optional<List<Evidence>> evidence =
          evidence(request, resolution).map(list -> with(list, own));
      return new Inputs(manifests(request.classes(), resolution), evidence);
    } catch (DependencyResolutionException | ArtifactDescriptorException e) {
      throw new MojoExecutionException("The project's dependencies cannot be resolved", e);
    }
  }

  private Optional<List<Evidence>> evidence(PreparationRequest request, Resolution resolution)
      throws ArtifactDescriptorException {
    MavenProject project = request.project();
    return DependencyEvidence.of(
        project,
        resolution,
        request.circumstances().reactor(),
        new SnapshotPoms(system, session, project.getRemoteProjectRepositories()));
  }

  private static List<Manifest> manifests(Path classes, Resolution resolution) {
    return Stream.concat(Stream.of(classes), resolution.classPath().stream())
        .flatMap(entry -> DependencyManifests.read(entry).stream())
        .filter(manifest -> !manifest.uses().isEmpty())
        .toList();
  }

  private static List<Evidence> with(List<Evidence> list, Evidence item) {
    List<Evidence> all = new ArrayList<>(list);
    all.add(item);
    return List.copyOf(all);
  }
}
