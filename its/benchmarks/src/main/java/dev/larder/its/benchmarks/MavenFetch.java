package dev.larder.its.benchmarks;

import java.io.IOException;
import java.nio.file.Path;

/**
 * What a Maven process takes longer when it has to fetch the file.
 *
 * @param jvmOptions what stands in {@code MAVEN_OPTS}
 */
record MavenFetch(String name, MavenProject project, String jvmOptions) implements Contestant {

  @Override
  public Measurement fetch(ServedFile file, Path folder) throws IOException, InterruptedException {
    project.forget();
    double with = project.secondsOf(MavenProject.PREPARE, jvmOptions);
    double without = project.secondsOf(MavenProject.PREPARE, jvmOptions);
    return new Measurement(with - without, 0);
  }
}
