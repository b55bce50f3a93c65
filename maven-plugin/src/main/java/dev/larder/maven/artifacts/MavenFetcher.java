package dev.larder.maven.artifacts;

import dev.larder.api.DownloadFailedException;
import dev.larder.api.OfflineException;
import dev.larder.api.StorageException;
import dev.larder.core.catalog.Source;
import dev.larder.core.catalog.Source.MavenSource;
import dev.larder.core.fetch.FetchRequest;
import dev.larder.core.fetch.Fetched;
import dev.larder.core.fetch.Fetcher;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/**
 * Gets models that are artifacts, with the repositories, credentials and proxies that the build
 * uses for every other artifact.
 */
public final class MavenFetcher implements Fetcher {

  private static final Set<String> ARCHIVES = Set.of("zip", "jar");
  private static final int BUFFER = 1 << 16;

  private final RepositorySystem system;
  private final RepositorySystemSession session;
  private final List<RemoteRepository> repositories;

  public MavenFetcher(
      RepositorySystem system,
      RepositorySystemSession session,
      List<RemoteRepository> repositories) {
    this.system = system;
    this.session = session;
    this.repositories = List.copyOf(repositories);
  }

  @Override
  public boolean fetches(Source source) {
    return source instanceof MavenSource;
  }

  @Override
  public Fetched fetch(FetchRequest request) {
    MavenSource source = (MavenSource) request.source();
    Path file = resolve(source, request);
    if (ARCHIVES.contains(source.extension())) {
      new ModelArchive(file).copy(request.file().path(), request.maxSize(), request.sink());
    } else {
      copy(file, request);
    }
    return new Fetched(source.text() + "!/" + request.file().path(), source.version());
  }

  private Path resolve(MavenSource source, FetchRequest request) {
    Artifact artifact =
        new DefaultArtifact(
            source.groupId(),
            source.artifactId(),
            source.classifier() == null ? "" : source.classifier(),
            source.extension(),
            source.version());
    try {
      return system
          .resolveArtifact(session, new ArtifactRequest(artifact, repositories, null))
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
    request.sink().restart();
    try (InputStream input = Files.newInputStream(file)) {
      long size = Files.size(file);
      if (size > request.maxSize()) {
        throw new DownloadFailedException(
            request.source().text(),
            "it has %d bytes, not %d".formatted(size, request.maxSize()),
            0,
            "correct the size in the definition, or name the version that has it",
            null);
      }
      byte[] buffer = new byte[BUFFER];
      for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
        request.sink().append(ByteBuffer.wrap(buffer, 0, read));
      }
    } catch (IOException e) {
      throw new StorageException(
          file.toString(), "it cannot be read", "check the local Maven repository", e);
    }
  }
}
