package dev.larder.maven;

import dev.larder.maven.preparation.PluginFetchers;
import dev.larder.maven.settings.HubWay;
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

  private final RepositorySystem system;

  FetchingMojo(RepositorySystem system) {
    this.system = system;
  }

  final PluginFetchers fetchers() {
    return new PluginFetchers(system, session(), project(), new HubWay(endpoint, serverId));
  }
}
