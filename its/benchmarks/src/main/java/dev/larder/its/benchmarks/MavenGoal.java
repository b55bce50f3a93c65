package dev.larder.its.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A Maven process with one goal, in a project that has everything it needs. */
record MavenGoal(String name, MavenProject project, List<String> goal) implements Contestant {

  @Override
  public Measurement fetch(ServedFile file, Path folder) throws IOException, InterruptedException {
    return new Measurement(project.secondsOf(goal, ""), 0);
  }
}
