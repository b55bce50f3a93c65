package dev.larder.maven.preparation;

import dev.larder.core.fetch.Fetcher;
import dev.larder.core.fetch.FolderFetcher;
import dev.larder.core.fetch.SourceOrder;
import dev.larder.core.store.Fetchers;
import dev.larder.hub.HttpsFetcher;
import dev.larder.hub.HubFetcher;
import dev.larder.hub.HubMetadata;
import dev.larder.hub.HubSettings;
import dev.larder.maven.artifacts.MavenFetcher;
import dev.larder.maven.settings.HubWay;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/**
 * What a build fetches with, made when it is first needed.
 *
 * @param system resolves models that are artifacts
 * @param session whose settings count
 * @param project whose repositories count
 * @param way how the hub is reached
 * @param order which kinds of sources are asked, and which first
 */
public record PluginFetchers(
    RepositorySystem system,
    MavenSession session,
    MavenProject project,
    HubWay way,
    SourceOrder order)
    implements Supplier<Fetchers> {

  @Override
  public Fetchers get() {
    HubSettings settings = way.settings(HubSettings.fromEnvironment(), session);
    return new Fetchers(
        List.of(
            maven(),
            new FolderFetcher(base()),
            new HubFetcher(settings),
            new HttpsFetcher(settings)),
        List.of(new HubMetadata(settings)),
        order);
  }

  /** The local Maven repository alone: nothing is fetched. */
  public Fetcher localRepository() {
    return maven().offline();
  }

  private MavenFetcher maven() {
    return new MavenFetcher(
        system, session.getRepositorySession(), project.getRemoteProjectRepositories());
  }

  /** Where a goal is called without a project, there is no folder of one. */
  private Path base() {
    File folder = project.getBasedir();
    return folder == null ? Path.of(session.getExecutionRootDirectory()) : folder.toPath();
  }
}
