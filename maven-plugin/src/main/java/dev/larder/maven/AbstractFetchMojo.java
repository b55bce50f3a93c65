package dev.larder.maven;

import dev.larder.core.catalog.Catalog;
import dev.larder.core.fetch.TransferListener;
import dev.larder.core.lock.LockedFile;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.manifest.Manifest;
import dev.larder.core.project.LockFile;
import dev.larder.core.project.ProjectModels;
import dev.larder.core.project.ProjectRequest;
import dev.larder.core.project.ProjectResult;
import dev.larder.core.store.Fetchers;
import dev.larder.core.store.Installation;
import dev.larder.core.store.ModelStore;
import dev.larder.hub.HttpsFetcher;
import dev.larder.hub.HubFetcher;
import dev.larder.hub.HubMetadata;
import dev.larder.hub.HubSettings;
import dev.larder.maven.artifacts.DependencyManifests;
import dev.larder.maven.artifacts.MavenFetcher;
import dev.larder.maven.artifacts.ProjectDependencies;
import dev.larder.maven.output.Sizes;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.DependencyResolutionException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.jspecify.annotations.Nullable;

/** What {@link FetchMojo} and {@link PrepareMojo} share, which is all but what runs before them. */
abstract class AbstractFetchMojo extends ModelsMojo {

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Parameter(defaultValue = "${repositorySystemSession}", readonly = true, required = true)
  private RepositorySystemSession session;

  /**
   * The project's lock, which belongs under version control.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.lockFile", defaultValue = "${project.basedir}/models.lock")
  private File lockFile;

  /**
   * Whether the lock must stay as it is: a model that is not locked, or no longer declared, fails
   * the build. Without it, true where the environment variable CI is true.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.frozen")
  private @Nullable Boolean frozen;

  private final RepositorySystem system;
  private final ProjectDependencies dependencies;

  AbstractFetchMojo(RepositorySystem system, ProjectDependenciesResolver dependencies) {
    this.system = system;
    this.dependencies = new ProjectDependencies(dependencies);
  }

  @Override
  final void run() throws MojoExecutionException {
    List<Manifest> manifests = manifests();
    LockFile lock = new LockFile(lockFile.toPath());
    if (manifests.isEmpty() && lock.read().models().isEmpty()) {
      getLog().debug("No model is declared");
      return;
    }
    if (manifests.isEmpty() && frozenBy().isEmpty()) {
      getLog()
          .warn(
              ("%s has models, but the code declares none; it is left as it is. Does the build run"
                      + " the annotation processor?")
                  .formatted(lockFile));
      return;
    }
    report(prepare(manifests));
  }

  private ProjectResult prepare(List<Manifest> manifests) {
    ModelStore store = new ModelStore(storeLayout());
    ProjectResult result =
        new ProjectModels(Catalog.builtIn(), store, this::fetchers, TransferListener.SILENT)
            .prepare(new ProjectRequest(manifests, lockFile.toPath(), frozenBy()));
    new LockFile(classes().resolve(ModelsLock.PATH)).write(result.lock());
    return result;
  }

  private List<Manifest> manifests() throws MojoExecutionException {
    List<Path> classPath = new ArrayList<>();
    classPath.add(classes());
    try {
      classPath.addAll(dependencies.runtime(project, session));
    } catch (DependencyResolutionException e) {
      throw new MojoExecutionException("The project's dependencies cannot be resolved", e);
    }
    return classPath.stream()
        .flatMap(entry -> DependencyManifests.read(entry).stream())
        .filter(manifest -> !manifest.uses().isEmpty())
        .toList();
  }

  private Fetchers fetchers() {
    HubSettings environment = HubSettings.fromEnvironment();
    HubSettings settings = session.isOffline() ? environment.offline("mvn -o") : environment;
    return new Fetchers(
        List.of(
            new MavenFetcher(system, session, project.getRemoteProjectRepositories()),
            new HubFetcher(settings),
            new HttpsFetcher(settings)),
        List.of(new HubMetadata(settings)));
  }

  private Optional<String> frozenBy() {
    if (frozen != null) {
      return frozen ? Optional.of("models.frozen=true") : Optional.empty();
    }
    return "true".equals(System.getenv("CI")) ? Optional.of("CI=true") : Optional.empty();
  }

  private Path classes() {
    return Path.of(project.getBuild().getOutputDirectory());
  }

  private void report(ProjectResult result) {
    for (Installation installation : result.installations()) {
      if (!installation.fetched().isEmpty()) {
        getLog()
            .info(
                "Fetched %s (%s, %s) from %s"
                    .formatted(
                        installation.model().key(),
                        installation.model().variant(),
                        Sizes.text(
                            installation.model().files().stream()
                                .mapToLong(LockedFile::size)
                                .sum()),
                        installation.model().source().text()));
      }
    }
    if (result.lockChanged()) {
      getLog().info("Locked in " + lockFile);
    }
    getLog()
        .info(
            "%d declared %s in the store"
                .formatted(
                    result.installations().size(),
                    result.installations().size() == 1 ? "model is" : "models are"));
  }
}
