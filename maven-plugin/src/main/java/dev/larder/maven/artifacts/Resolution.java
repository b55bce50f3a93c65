package dev.larder.maven.artifacts;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.DependencyNode;

/**
 * What a project needs.
 *
 * @param graph all that was looked at, tests' dependencies too
 * @param runtime what it needs at run time, in class path order
 * @param tests what only its tests need besides, in class path order; none where nobody asked
 */
public record Resolution(DependencyNode graph, List<Artifact> runtime, List<Artifact> tests) {

  public Resolution {
    runtime = List.copyOf(runtime);
    tests = List.copyOf(tests);
  }

  /** All of it. */
  public List<Artifact> artifacts() {
    return Stream.concat(runtime.stream(), tests.stream()).toList();
  }

  /** The jars and folders of classes that the project needs at run time, in class path order. */
  public List<Path> classPath() {
    return paths(runtime);
  }

  /** The jars and folders of classes that only its tests need, in class path order. */
  public List<Path> testClassPath() {
    return paths(tests);
  }

  private static List<Path> paths(List<Artifact> artifacts) {
    return artifacts.stream()
        .map(Artifact::getFile)
        .filter(Objects::nonNull)
        .map(File::toPath)
        .toList();
  }
}
