package dev.larder.maven;

import dev.larder.maven.preparation.PluginFetchers;
import dev.larder.maven.progress.Progress;
import dev.larder.maven.progress.Style;
import dev.larder.maven.progress.Surroundings;
import dev.larder.maven.settings.HubWay;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** A goal that may use the network. */
abstract class FetchingMojo extends ProjectMojo {

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

  FetchingMojo(RepositorySystem system) {
    this.system = system;
  }

  final PluginFetchers fetchers() {
    return new PluginFetchers(system, session(), project(), new HubWay(endpoint, serverId));
  }

  final Progress progress() throws MojoExecutionException {
    try {
      return Style.of(progress, Surroundings.of(session(), getLog())).progress(getLog()::info);
    } catch (IllegalArgumentException e) {
      throw new MojoExecutionException(e.getMessage(), e);
    }
  }
}
