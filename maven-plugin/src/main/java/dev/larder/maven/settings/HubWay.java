package dev.larder.maven.settings;

import dev.larder.hub.HubSettings;
import org.apache.maven.execution.MavenSession;
import org.jspecify.annotations.Nullable;

public record HubWay(@Nullable String endpoint, String serverId) {

  public HubSettings settings(HubSettings environment, MavenSession session) {
    return session.isOffline() ? environment.offline("mvn -o") : environment;
  }
}
