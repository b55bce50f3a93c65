package dev.larder.maven.uptodate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.DependencyManagement;
import org.apache.maven.model.Exclusion;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/** The projects of this build, and what they say they depend on. */
public final class Reactor {

  /** The classifier of a jar of tests. */
  static final String TESTS = "tests";

  private final Map<String, MavenProject> projects = new HashMap<>();

  public Reactor(List<MavenProject> projects) {
    for (MavenProject project : projects) {
      this.projects.put(id(project), project);
    }
  }

  static String id(MavenProject project) {
    return id(project.getGroupId(), project.getArtifactId(), project.getVersion());
  }

  static String id(String groupId, String artifactId, String version) {
    return String.join(":", groupId, artifactId, version);
  }

  @Nullable MavenProject find(String id) {
    return projects.get(id);
  }

  /** The jar that a project packs. */
  static Path jar(MavenProject project) {
    return Path.of(
        project.getBuild().getDirectory(), project.getBuild().getFinalName().concat(".jar"));
  }

  /** The jar that a project packs of its tests. */
  static Path testJar(MavenProject project) {
    return Path.of(
        project.getBuild().getDirectory(),
        String.join("", project.getBuild().getFinalName(), "-", TESTS, ".jar"));
  }

  /**
   * Everything of a project's effective model that decides which artifacts it needs; null where it
   * is not in this build.
   */
  @Nullable String fingerprint(String id) {
    MavenProject project = projects.get(id);
    if (project == null) {
      return null;
    }
    List<String> words = new ArrayList<>();
    add(words, project.getDependencies());
    DependencyManagement management = project.getDependencyManagement();
    if (management != null) {
      words.add("managed");
      add(words, management.getDependencies());
    }
    return String.join(" ", words);
  }

  private static void add(List<String> words, List<Dependency> dependencies) {
    for (Dependency dependency : dependencies) {
      words.add(
          String.join(
              ":",
              dependency.getGroupId(),
              dependency.getArtifactId(),
              dependency.getVersion(),
              dependency.getType(),
              dependency.getClassifier(),
              dependency.getScope(),
              dependency.getOptional(),
              dependency.getSystemPath()));
      for (Exclusion exclusion : dependency.getExclusions()) {
        words.add(String.join(":", "-", exclusion.getGroupId(), exclusion.getArtifactId()));
      }
    }
  }
}
