package dev.larder.maven.artifacts;

import dev.larder.api.DownloadFailedException;
import dev.larder.api.InvalidFileException;
import dev.larder.api.OfflineException;
import dev.larder.core.catalog.Origin;
import dev.larder.core.catalog.Source;
import dev.larder.core.catalog.Source.MavenSource;
import dev.larder.core.fetch.FetchRequest;
import dev.larder.core.fetch.Fetched;
import dev.larder.core.fetch.Fetcher;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.LocalArtifactRequest;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.jspecify.annotations.Nullable;

/**
 * Gets models that are artifacts, or lie in one, with the repositories, credentials and proxies
 * that the build uses for every other artifact.
 */
public final class MavenFetcher implements Fetcher {

  private final RepositorySystem system;
  private final RepositorySystemSession session;
  private final List<RemoteRepository> repositories;
  private final Map<MavenSource, OneResolution> resolutions = new ConcurrentHashMap<>();

  private record Located(Path file, Origin origin) {}

  /** An artifact is asked for once, however many of its files are fetched side by side. */
  private final class OneResolution {
    private final MavenSource source;
    private @Nullable Located located;

    OneResolution(MavenSource source) {
      this.source = source;
    }

    synchronized Located get(FetchRequest request) {
      if (located == null) {
        Origin origin = isHere(source) ? Origin.LOCAL_REPOSITORY : Origin.REPOSITORY;
        located = new Located(resolve(source, request), origin);
      }
      return located;
    }
  }

  public MavenFetcher(
      RepositorySystem system,
      RepositorySystemSession session,
      List<RemoteRepository> repositories) {
    this.system = system;
    this.session = session;
    this.repositories = List.copyOf(repositories);
  }

  /** The same for what the local repository has, and nothing else. */
  public MavenFetcher offline() {
    return new MavenFetcher(
        system, new DefaultRepositorySystemSession(session).setOffline(true), repositories);
  }

  @Override
  public boolean fetches(Source source) {
    return source instanceof MavenSource;
  }

  /** Whether the local repository has it, from a repository of this build. */
  @Override
  public boolean isHere(Source source) {
    return session
        .getLocalRepositoryManager()
        .find(session, new LocalArtifactRequest(artifact((MavenSource) source), repositories, null))
        .isAvailable();
  }

  @Override
  public Fetched fetch(FetchRequest request) {
    MavenSource source = (MavenSource) request.source();
    Located artifact = resolutions.computeIfAbsent(source, OneResolution::new).get(request);
    if (source.isArchive()) {
      new ModelArchive(artifact.file()).copy(request);
    } else {
      copy(artifact.file(), request);
    }
    return new Fetched(
        artifact.origin(), source.text() + "!/" + request.file().path(), source.version());
  }

  private static Artifact artifact(MavenSource source) {
    return new DefaultArtifact(
        source.groupId(),
        source.artifactId(),
        source.classifier() == null ? "" : source.classifier(),
        source.extension(),
        source.version());
  }

  private Path resolve(MavenSource source, FetchRequest request) {
    try {
      return system
          .resolveArtifact(session, new ArtifactRequest(artifact(source), repositories, null))
          .getArtifact()
          .getFile()
          .toPath();
    } catch (ArtifactResolutionException e) {
      if (session.isOffline()) {
        throw new OfflineException(request.model(), request.file().path(), source.text(), "mvn -o");
      }
      throw new DownloadFailedException(
          source.text(),
          "the artifact cannot be resolved: " + e.getMessage(),
          0,
          "check its coordinates, and the repositories, mirrors and servers of the build, as for any"
              + " other dependency",
          e);
    }
  }

  private static void copy(Path file, FetchRequest request) {
    try (InputStream input = Files.newInputStream(file)) {
      request.copy(input);
    } catch (IOException e) {
      throw new InvalidFileException(
          file.toString(), "it cannot be read", "check the local Maven repository", e);
    }
  }
}
