package dev.larder.maven.artifacts;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.DependencyNode;

/**
 * What a project needs.
 *
 * @param graph all that was looked at, tests' dependencies too
 * @param runtime what it needs at run time, in class path order
 */
public record Resolution(DependencyNode graph, List<Artifact> runtime) {

  public Resolution {
    runtime = List.copyOf(runtime);
  }

  /** The jars and folders of classes that the project needs at run time, in class path order. */
  public List<Path> classPath() {
    return runtime.stream()
        .map(Artifact::getFile)
        .filter(Objects::nonNull)
        .map(File::toPath)
        .toList();
  }
}
