package dev.larder.maven;

import dev.larder.core.fetch.SourceOrder;
import dev.larder.maven.preparation.PluginFetchers;
import dev.larder.maven.settings.HubWay;
import dev.larder.maven.settings.SettingsOrder;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** A goal that may use the network. */
abstract class FetchingMojo extends TransferringMojo {

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
   * Where files may come from, and from where first, separated by commas: hub, maven, https, file.
   * Without it, a file's own source comes before its mirrors; where settings.xml has a mirror of
   * everything, Maven repositories come first. What is on this machine is never fetched.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.sources")
  private List<String> sources = List.of();

  private final RepositorySystem system;

  FetchingMojo(RepositorySystem system) {
    this.system = system;
  }

  final PluginFetchers fetchers() throws MojoExecutionException {
    return new PluginFetchers(
        system, session(), project(), new HubWay(endpoint, serverId), order());
  }

  private SourceOrder order() throws MojoExecutionException {
    try {
      return SettingsOrder.of(stripped(sources), session().getSettings());
    } catch (IllegalArgumentException e) {
      throw new MojoExecutionException("models.sources: " + e.getMessage(), e);
    }
  }
}
