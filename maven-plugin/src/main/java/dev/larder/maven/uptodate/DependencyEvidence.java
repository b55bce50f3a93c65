package dev.larder.maven.uptodate;

import dev.larder.core.manifest.Manifest;
import dev.larder.maven.artifacts.Resolution;
import dev.larder.maven.artifacts.SnapshotPoms;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.version.VersionConstraint;

/** What a resolution of dependencies rests on, and what was found in them. */
public final class DependencyEvidence {

  /** Versions that mean another one tomorrow, though no file here changes. */
  private static final Set<String> FLOATING = Set.of("LATEST", "RELEASE");

  private final Reactor reactor;
  private final SnapshotPoms snapshots;
  private final Set<Evidence> evidence = new LinkedHashSet<>();

  private DependencyEvidence(Reactor reactor, SnapshotPoms snapshots) {
    this.reactor = reactor;
    this.snapshots = snapshots;
  }

  /**
   * Gathers it; to be called before the dependencies are read, so that a later change shows.
   *
   * @return nothing where the answer may be another one though no file changes: where a version is
   *     left open, or a project of this build was taken from a repository
   */
  public static Optional<List<Evidence>> of(
      MavenProject project, Resolution resolution, Reactor reactor, SnapshotPoms snapshots)
      throws ArtifactDescriptorException {
    DependencyEvidence found = new DependencyEvidence(reactor, snapshots);
    if (!found.addProject(Reactor.id(project))) {
      return Optional.empty();
    }
    for (DependencyNode child : resolution.graph().getChildren()) {
      if (!found.addGraph(child)) {
        return Optional.empty();
      }
    }
    for (Artifact artifact : resolution.artifacts()) {
      if (!found.addFiles(artifact)) {
        return Optional.empty();
      }
    }
    return Optional.of(List.copyOf(found.evidence));
  }

  private boolean addGraph(DependencyNode node) throws ArtifactDescriptorException {
    VersionConstraint constraint = node.getVersionConstraint();
    if (constraint != null
        && (constraint.getRange() != null
            || FLOATING.contains(String.valueOf(constraint.getVersion())))) {
      return false;
    }
    Artifact artifact = node.getArtifact();
    String id = idOf(artifact);
    if (!addProject(id) && artifact.isSnapshot()) {
      snapshots.of(artifact).forEach(pom -> evidence.add(Evidence.looks(pom)));
    }
    for (DependencyNode child : node.getChildren()) {
      if (!addGraph(child)) {
        return false;
      }
    }
    return true;
  }

  private boolean addProject(String id) {
    String fingerprint = reactor.fingerprint(id);
    if (fingerprint != null) {
      evidence.add(Evidence.project(id, fingerprint));
    }
    return fingerprint != null;
  }

  private boolean addFiles(Artifact artifact) {
    File file = artifact.getFile();
    if (file == null) {
      return false;
    }
    Path entry = file.toPath();
    MavenProject project = reactor.find(idOf(artifact));
    if (project == null) {
      addEntry(entry);
      return true;
    }
    // Which of the two a build takes depends on how far it has come with that project.
    boolean isOfTests = artifact.getClassifier().equals(Reactor.TESTS);
    Path classes =
        Path.of(
            isOfTests
                ? project.getBuild().getTestOutputDirectory()
                : project.getBuild().getOutputDirectory());
    Path jar = isOfTests ? Reactor.testJar(project) : Reactor.jar(project);
    addEntry(classes);
    addEntry(jar);
    return entry.equals(classes) || entry.equals(jar);
  }

  private void addEntry(Path entry) {
    boolean isJar = Files.isRegularFile(entry) || entry.toString().endsWith(".jar");
    evidence.add(isJar ? Evidence.looks(entry) : Evidence.content(entry.resolve(Manifest.PATH)));
  }

  private static String idOf(Artifact artifact) {
    return Reactor.id(artifact.getGroupId(), artifact.getArtifactId(), artifact.getBaseVersion());
  }
}
