package dev.larder.maven.preparation;

import dev.larder.api.UnknownModelException;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.manifest.Manifest;
import dev.larder.core.project.DeclaredCatalog;
import dev.larder.maven.artifacts.DependencyManifests;
import dev.larder.maven.artifacts.ProjectDependencies;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;

/**
 * What names mean in a build: those of the catalog, and what the compiled code of its projects and
 * their dependencies defines. What contradicts something else there is for the goals that prepare
 * or check a project.
 */
public final class BuildNames {

  private final ProjectDependencies dependencies;
  private final MavenSession session;

  public BuildNames(ProjectDependenciesResolver resolver, MavenSession session) {
    this.dependencies = new ProjectDependencies(resolver);
    this.session = session;
  }

  /** All names. */
  public Catalog all() {
    return catalog(Stream.concat(own(), ofDependencies()));
  }

  /**
   * Enough to understand selectors; dependencies are resolved only where nothing else has a name.
   */
  public Catalog of(List<String> selectors) {
    Catalog builtIn = Catalog.builtIn();
    if (knowsAll(builtIn, selectors)) {
      return builtIn;
    }
    Catalog own = catalog(own());
    return knowsAll(own, selectors) ? own : all();
  }

  private static boolean knowsAll(Catalog catalog, List<String> selectors) {
    return selectors.stream().allMatch(selector -> knows(catalog, selector));
  }

  private static boolean knows(Catalog catalog, String selector) {
    try {
      return catalog.knows(catalog.select(selector).key().name());
    } catch (UnknownModelException e) {
      return false;
    }
  }

  private static Catalog catalog(Stream<Manifest> manifests) {
    return DeclaredCatalog.of(Catalog.builtIn(), ModelsLock.empty(), manifests.toList()).catalog();
  }

  private Stream<Manifest> own() {
    return projects()
        .flatMap(
            project ->
                Stream.of(
                    project.getBuild().getOutputDirectory(),
                    project.getBuild().getTestOutputDirectory()))
        .map(Path::of)
        .flatMap(classes -> DependencyManifests.read(classes).stream());
  }

  private Stream<Manifest> ofDependencies() {
    return projects()
        .flatMap(project -> dependencies.resolvable(project, session.getRepositorySession()))
        .distinct()
        .flatMap(entry -> DependencyManifests.read(entry).stream());
  }

  private Stream<MavenProject> projects() {
    return session.getProjects().stream().filter(project -> project.getFile() != null);
  }
}
