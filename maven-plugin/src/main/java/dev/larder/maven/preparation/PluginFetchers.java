package dev.larder.maven.preparation;

import dev.larder.core.fetch.Fetcher;
import dev.larder.core.store.Fetchers;
import dev.larder.hub.HttpsFetcher;
import dev.larder.hub.HubFetcher;
import dev.larder.hub.HubSettings;
import dev.larder.maven.artifacts.MavenFetcher;
import java.util.List;
import java.util.function.Supplier;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.jspecify.annotations.Nullable;

/** What a build fetches with: made when it is first needed, given back at the end of the goal. */
public final class PluginFetchers implements Supplier<Fetchers>, AutoCloseable {

  private final RepositorySystem system;
  private final RepositorySystemSession session;
  private final MavenProject project;
  private @Nullable Fetchers fetchers;

  public PluginFetchers(
      RepositorySystem system, RepositorySystemSession session, MavenProject project) {
    this.system = system;
    this.session = session;
    this.project = project;
  }

  @Override
  public Fetchers get() {
    if (fetchers == null) {
      HubSettings environment = HubSettings.fromEnvironment();
      HubSettings settings = session.isOffline() ? environment.offline("mvn -o") : environment;
      fetchers =
          new Fetchers(
              List.of(
                  new MavenFetcher(system, session, project.getRemoteProjectRepositories()),
                  new HubFetcher(settings),
                  new HttpsFetcher(settings)));
    }
    return fetchers;
  }

  @Override
  public void close() {
    if (fetchers != null) {
      fetchers.fetchers().forEach(Fetcher::close);
    }
  }
}
