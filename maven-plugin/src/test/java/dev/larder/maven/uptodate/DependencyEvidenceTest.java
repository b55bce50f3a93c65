package dev.larder.maven.uptodate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.larder.maven.artifacts.Resolution;
import dev.larder.maven.artifacts.SnapshotPoms;
import java.io.File;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryEvent;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.graph.DefaultDependencyNode;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.util.version.GenericVersionScheme;
import org.eclipse.aether.version.InvalidVersionSpecificationException;
import org.junit.jupiter.api.Test;

class DependencyEvidenceTest {

  private final MavenProject application = Projects.project("application");
  private final MavenProject library = Projects.project("library");

  @Test
  void aReleaseIsLookedAtAsAJar() throws Exception {
    Artifact release = artifact("other", "1", "/repository/other-1.jar");

    assertThat(subjects(release, "1"))
        .contains("com.acme:application:1-SNAPSHOT", "/repository/other-1.jar");
  }

  @Test
  void aSnapshotIsLookedAtWithThePomsThatSayWhatItNeeds() throws Exception {
    Artifact snapshot = artifact("other", "1-SNAPSHOT", "/repository/other-1-SNAPSHOT.jar");

    assertThat(subjects(snapshot, "1-SNAPSHOT"))
        .contains("/repository/other-1-SNAPSHOT.jar", "/repository/parent.pom");
  }

  @Test
  void aProjectOfThisBuildIsLookedAtInBothOfItsForms() throws Exception {
    Artifact sibling = artifact("library", "1-SNAPSHOT", "/projects/library/target/classes");

    assertThat(subjects(sibling, "1-SNAPSHOT"))
        .contains(
            "com.acme:library:1-SNAPSHOT",
            "/projects/library/target/classes/META-INF/larder/models.json",
            "/projects/library/target/library-1-SNAPSHOT.jar");
  }

  @Test
  void theTestsOfAProjectOfThisBuildAreLookedAtInBothOfTheirForms() throws Exception {
    Artifact tests =
        new DefaultArtifact("com.acme", "library", "tests", "jar", "1-SNAPSHOT")
            .setFile(new File("/projects/library/target/test-classes"));

    assertThat(subjects(tests, "1-SNAPSHOT"))
        .contains(
            "/projects/library/target/test-classes/META-INF/larder/models.json",
            "/projects/library/target/library-1-SNAPSHOT-tests.jar");
  }

  @Test
  void whatOnlyTestsNeedIsLookedAtToo() throws Exception {
    Artifact artifact = artifact("fixtures", "1", "/repository/fixtures-1.jar");
    DependencyNode root = new DefaultDependencyNode((Dependency) null);

    assertThat(
            DependencyEvidence.of(
                    application,
                    new Resolution(root, List.of(), List.of(artifact)),
                    new Reactor(List.of(application)),
                    new SnapshotPoms(system(), new DefaultRepositorySystemSession(), List.of()))
                .orElseThrow())
        .extracting(Evidence::subject)
        .contains("/repository/fixtures-1.jar");
  }

  @Test
  void aProjectOfThisBuildThatCameFromARepositorySettlesNothing() throws Exception {
    assertThat(find(artifact("library", "1-SNAPSHOT", "/repository/library.jar"), "1-SNAPSHOT"))
        .isEmpty();
  }

  @Test
  void anOpenVersionSettlesNothing() throws Exception {
    Artifact artifact = artifact("other", "1", "/repository/other-1.jar");

    assertThat(find(artifact, "[1,2)")).isEmpty();
    assertThat(find(artifact, "RELEASE")).isEmpty();
    assertThat(find(artifact, "LATEST")).isEmpty();
  }

  private List<String> subjects(Artifact artifact, String version) throws Exception {
    return find(artifact, version).orElseThrow().stream().map(Evidence::subject).toList();
  }

  private Optional<List<Evidence>> find(Artifact artifact, String version)
      throws ArtifactDescriptorException, InvalidVersionSpecificationException {
    DefaultDependencyNode node = new DefaultDependencyNode(new Dependency(artifact, "compile"));
    node.setVersionConstraint(new GenericVersionScheme().parseVersionConstraint(version));
    DependencyNode root = new DefaultDependencyNode((Dependency) null);
    root.setChildren(List.of(node));
    return DependencyEvidence.of(
        application,
        new Resolution(root, List.of(artifact), List.of()),
        new Reactor(List.of(application, library)),
        new SnapshotPoms(system(), new DefaultRepositorySystemSession(), List.of()));
  }

  private static Artifact artifact(String name, String version, String file) {
    return new DefaultArtifact("com.acme", name, "jar", version).setFile(new File(file));
  }

  /** Reads one parent whatever it is asked for. */
  private static RepositorySystem system() {
    return (RepositorySystem)
        Proxy.newProxyInstance(
            RepositorySystem.class.getClassLoader(),
            new Class<?>[] {RepositorySystem.class},
            (proxy, method, arguments) -> {
              RepositorySystemSession session = (RepositorySystemSession) arguments[0];
              session
                  .getRepositoryListener()
                  .artifactResolved(
                      new RepositoryEvent.Builder(
                              session, RepositoryEvent.EventType.ARTIFACT_RESOLVED)
                          .setFile(new File("/repository/parent.pom"))
                          .build());
              return null;
            });
  }
}
