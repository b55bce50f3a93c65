package dev.larder.maven;

import dev.larder.core.store.StoreLayout;
import dev.larder.maven.preparation.InputReader;
import dev.larder.maven.preparation.PluginFetchers;
import dev.larder.maven.preparation.Preparation;
import dev.larder.maven.preparation.PreparationReport;
import dev.larder.maven.preparation.PreparationRequest;
import dev.larder.maven.progress.Progress;
import dev.larder.maven.progress.Style;
import dev.larder.maven.progress.Surroundings;
import dev.larder.maven.settings.HubWay;
import dev.larder.maven.uptodate.Circumstances;
import dev.larder.maven.uptodate.PreparedRecord;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** What {@link FetchMojo} and {@link PrepareMojo} share, which is all but what runs before them. */
abstract class AbstractFetchMojo extends ModelsMojo {

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
  private PluginDescriptor plugin;

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

  /**
   * The hub's address, https, perhaps with a path. Without it, that of a mirror in settings.xml
   * whose mirrorOf names the server, or what the environment variable HF_ENDPOINT says, or the
   * public hub.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.endpoint")
  private @Nullable String endpoint;

  /**
   * The server of settings.xml that has the credentials for the hub: a password alone is an access
   * token, a user and a password are sent as such. They go before the token of the environment.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.serverId", defaultValue = "huggingface")
  private String serverId;

  /**
   * How downloads are shown: auto, plain or none. With auto there is a bar on a terminal, lines
   * elsewhere, and nothing where Maven was told not to show transfers.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.progress", defaultValue = "auto")
  private String progress;

  private final RepositorySystem system;
  private final ProjectDependenciesResolver dependencies;

  AbstractFetchMojo(RepositorySystem system, ProjectDependenciesResolver dependencies) {
    this.system = system;
    this.dependencies = dependencies;
  }

  @Override
  final void run() throws MojoExecutionException {
    PreparedRecord record =
        new PreparedRecord(Path.of(project.getBuild().getDirectory(), "larder", "prepared"));
    PreparationReport report = new PreparationReport(getLog());
    PreparationRequest request =
        new PreparationRequest(
            project, storeLayout(), lockFile.toPath(), frozenBy(), circumstances());
    OptionalInt models = record.modelsIfUnchanged(request.circumstances());
    if (models.isPresent()) {
      report.inStore(models.getAsInt());
    } else {
      prepare(request, record, report);
    }
  }

  private void prepare(PreparationRequest request, PreparedRecord record, PreparationReport report)
      throws MojoExecutionException {
    try (Progress listener = progressStyle().progress(getLog()::info)) {
      new Preparation(
              new InputReader(system, dependencies, session.getRepositorySession()),
              new PluginFetchers(system, session, project, new HubWay(endpoint, serverId)),
              record,
              report)
          .run(request, listener);
    }
  }

  private Style progressStyle() throws MojoExecutionException {
    try {
      return Style.of(progress, Surroundings.of(session, getLog()));
    } catch (IllegalArgumentException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }

  private Circumstances circumstances() {
    List<String> parameters =
        List.of(
            "store ".concat(storeLayout().home().toString()),
            "shared ".concat(String.valueOf(System.getenv(StoreLayout.SHARED_VARIABLE))),
            "lock ".concat(lockFile.toString()),
            "frozen ".concat(frozenBy().orElse("no")),
            "classes ".concat(project.getBuild().getOutputDirectory()));
    return Circumstances.of(parameters, plugin, session);
  }

  private Optional<String> frozenBy() {
    if (frozen != null) {
      return frozen ? Optional.of("models.frozen=true") : Optional.empty();
    }
    return "true".equals(System.getenv("CI")) ? Optional.of("CI=true") : Optional.empty();
  }
}
