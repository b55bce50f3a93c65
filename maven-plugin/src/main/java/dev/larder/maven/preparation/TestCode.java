package dev.larder.maven.preparation;

import dev.larder.api.StorageException;
import dev.larder.core.project.TestKnowledge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.maven.project.MavenProject;

/**
 * The tests of a project.
 *
 * @param project whose tests
 */
public record TestCode(MavenProject project) {

  /** Whether they can be read: they are compiled, or there are none. */
  public TestKnowledge knowledge() {
    boolean isCompiled = Files.isDirectory(Path.of(project.getBuild().getTestOutputDirectory()));
    return isCompiled || !hasSources() ? TestKnowledge.READ : TestKnowledge.UNKNOWN;
  }

  private boolean hasSources() {
    return project.getTestCompileSourceRoots().stream().map(Path::of).anyMatch(TestCode::hasFile);
  }

  private static boolean hasFile(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.anyMatch(Files::isRegularFile);
    } catch (IOException e) {
      throw new StorageException(
          folder.toString(), "it cannot be read", "check the permissions of the folder", e);
    }
  }
}
