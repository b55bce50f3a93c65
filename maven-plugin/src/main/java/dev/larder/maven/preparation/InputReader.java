package dev.larder.maven.preparation;

import dev.larder.core.manifest.Manifest;
import dev.larder.core.project.Declarations;
import dev.larder.core.project.TestKnowledge;
import dev.larder.maven.artifacts.DependencyManifests;
import dev.larder.maven.artifacts.ProjectDependencies;
import dev.larder.maven.artifacts.Resolution;
import dev.larder.maven.artifacts.SnapshotPoms;
import dev.larder.maven.uptodate.DependencyEvidence;
import dev.larder.maven.uptodate.Evidence;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.maven.model.Build;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.resolution.ArtifactDescriptorException;

/** Reads the manifests of a project's classes, of its tests and of its dependencies. */
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
      List<Evidence> own = ownEvidence(request);
      Resolution resolution = resolve(request.project(), request.tests());
      Optional<List<Evidence>> evidence =
          evidence(request, resolution).map(list -> join(list, own));
      return new Inputs(declarations(request.project(), resolution, request.tests()), evidence);
    } catch (DependencyResolutionException | ArtifactDescriptorException e) {
      throw unresolvable(e);
    }
  }

  /**
   * What a project's class path declares, and its tests' class path where that is to be read.
   *
   * @throws MojoExecutionException if the project's dependencies cannot be resolved
   */
  public Declarations declarations(MavenProject project, TestKnowledge tests)
      throws MojoExecutionException {
    try {
      return declarations(project, resolve(project, tests), tests);
    } catch (DependencyResolutionException e) {
      throw unresolvable(e);
    }
  }

  private Resolution resolve(MavenProject project, TestKnowledge tests)
      throws DependencyResolutionException {
    return tests == TestKnowledge.READ
        ? dependencies.all(project, session)
        : dependencies.runtime(project, session);
  }

  private static MojoExecutionException unresolvable(Exception e) {
    return new MojoExecutionException("The project's dependencies cannot be resolved", e);
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

  private static Declarations declarations(
      MavenProject project, Resolution resolution, TestKnowledge tests) {
    Build build = project.getBuild();
    return new Declarations(
        manifests(project, Path.of(build.getOutputDirectory()), resolution.classPath()),
        tests == TestKnowledge.READ
            ? manifests(
                project, Path.of(build.getTestOutputDirectory()), resolution.testClassPath())
            : List.of(),
        tests);
  }

  /** The project's own comes first, even if it is empty: its definitions go before the others. */
  private static List<Manifest> manifests(
      MavenProject project, Path classes, List<Path> dependencies) {
    Manifest own = DependencyManifests.read(classes).orElse(Manifest.of(List.of()));
    new UnprocessedClasses(classes, List.of(own), CompilerSetup.of(project)).requireNone();
    return Stream.concat(
            Stream.of(own),
            dependencies.stream().flatMap(entry -> DependencyManifests.read(entry).stream()))
        .toList();
  }

  private static List<Evidence> ownEvidence(PreparationRequest request) {
    List<Evidence> classes = ownEvidence(request.classes());
    return request.tests() == TestKnowledge.READ
        ? join(classes, ownEvidence(request.testClasses()))
        : classes;
  }

  /** Every class counts: it may be compiled so that the manifest should have more. */
  private static List<Evidence> ownEvidence(Path classes) {
    return List.of(Evidence.content(classes.resolve(Manifest.PATH)), Evidence.classes(classes));
  }

  private static List<Evidence> join(List<Evidence> some, List<Evidence> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }
}
