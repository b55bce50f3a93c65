package dev.larder.maven;

import dev.larder.core.catalog.Catalog;
import dev.larder.core.store.ModelStore;
import dev.larder.maven.output.Finding;
import dev.larder.maven.preparation.PluginFetchers;
import dev.larder.maven.progress.Progress;
import dev.larder.maven.progress.Style;
import dev.larder.maven.progress.Surroundings;
import dev.larder.maven.settings.HubWay;
import dev.larder.maven.verification.RecordedNames;
import dev.larder.maven.verification.StoreRepair;
import dev.larder.maven.verification.StoreVerification;
import dev.larder.maven.verification.Verification;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Hashes the models on this machine again, and says which files are not what was fetched. Needs no
 * project.
 *
 * @since 0.1.0
 */
@Mojo(name = "verify", requiresProject = false, aggregator = true, threadSafe = true)
public final class VerifyMojo extends FindingMojo {

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  /**
   * The only models to look at, name[:variant][@revision] each, separated by commas. Without it,
   * all that were ever fetched.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.name")
  private List<String> names = List.of();

  /**
   * Whether what is wrong is fetched again, from where it came from. Without it, the next build
   * that needs it does that.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.repair", defaultValue = "false")
  private boolean repair;

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

  @Inject
  public VerifyMojo(RepositorySystem system) {
    this.system = system;
  }

  @Override
  Finding find() throws MojoExecutionException {
    ModelStore store = new ModelStore(storeLayout());
    Verification found =
        new StoreVerification(store)
            .run(new RecordedNames(Catalog.builtIn(), store).select(stripped(names)));
    return repair && found.isAnyWrong() ? repaired(found) : found;
  }

  private Verification repaired(Verification found) throws MojoExecutionException {
    try (Progress listener = style().progress(getLog()::info)) {
      return new StoreRepair(
              new ModelStore(storeLayout()),
              new PluginFetchers(system, session, project, new HubWay(endpoint, serverId)),
              listener)
          .run(found);
    }
  }

  private Style style() throws MojoExecutionException {
    try {
      return Style.of(progress, Surroundings.of(session, getLog()));
    } catch (IllegalArgumentException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }
}
