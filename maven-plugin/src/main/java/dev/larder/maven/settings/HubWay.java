package dev.larder.maven.settings;

import dev.larder.hub.HubSettings;
import java.util.Arrays;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.settings.Mirror;
import org.apache.maven.settings.Proxy;
import org.apache.maven.settings.Settings;
import org.eclipse.aether.RepositorySystemSession;
import org.jspecify.annotations.Nullable;

/**
 * The way to the hub: the environment's, where Maven's settings and the build's parameters say
 * nothing else.
 *
 * @param endpoint the hub's address; null where the build names none
 * @param serverId what the hub is called in settings.xml
 */
public record HubWay(@Nullable String endpoint, String serverId) {

  /** What fetchers need to know, of this session. */
  public HubSettings settings(HubSettings environment, MavenSession session) {
    RepositorySystemSession repositories = session.getRepositorySession();
    Optional<Mirror> mirror = endpoint == null ? mirror(session.getSettings()) : Optional.empty();
    HubSettings settings =
        environment.endpoint(
            endpoint == null
                ? mirror.map(Mirror::getUrl).orElse(environment.endpoint())
                : endpoint);
    Logins logins = new Logins(repositories);
    settings =
        logins
            .server(mirror.map(Mirror::getId).orElse(serverId), settings.endpoint())
            .map(settings::credentials)
            .orElse(settings);
    if (session.getSettings().getProxies().stream().anyMatch(Proxy::isActive)) {
      settings = settings.proxies(new SettingsProxies(repositories, logins));
    }
    return repositories.isOffline() ? settings.offline("mvn -o") : settings;
  }

  /** A mirror of everything is one of Maven repositories: it counts only if it names the hub. */
  private Optional<Mirror> mirror(Settings settings) {
    return settings.getMirrors().stream()
        .filter(mirror -> Arrays.asList(mirror.getMirrorOf().split("\\s*,\\s*")).contains(serverId))
        .findFirst();
  }
}
