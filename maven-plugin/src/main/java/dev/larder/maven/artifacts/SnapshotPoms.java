package dev.larder.maven.artifacts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.aether.AbstractRepositoryListener;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryEvent;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;

/**
 * Finds the files that say what a snapshot depends on: its pom, that pom's parents, and what they
 * import. All of them may change while the snapshot keeps its name.
 */
public final class SnapshotPoms {

  private final RepositorySystem system;
  private final RepositorySystemSession session;
  private final List<RemoteRepository> repositories;

  public SnapshotPoms(
      RepositorySystem system,
      RepositorySystemSession session,
      List<RemoteRepository> repositories) {
    this.system = system;
    this.session = session;
    this.repositories = List.copyOf(repositories);
  }

  /** The poms of one snapshot. */
  public List<Path> of(Artifact snapshot) throws ArtifactDescriptorException {
    List<Path> poms = new ArrayList<>();
    DefaultRepositorySystemSession listening = new DefaultRepositorySystemSession(session);
    // What is in the cache would not be resolved once more, and so not be heard of.
    listening.setCache(null);
    listening.setRepositoryListener(
        new AbstractRepositoryListener() {
          @Override
          public void artifactResolved(RepositoryEvent event) {
            if (event.getFile() != null) {
              poms.add(event.getFile().toPath());
            }
          }
        });
    system.readArtifactDescriptor(
        listening, new ArtifactDescriptorRequest(snapshot, repositories, null));
    return List.copyOf(poms);
  }
}
