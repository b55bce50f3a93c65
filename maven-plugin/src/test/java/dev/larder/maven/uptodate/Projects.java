package dev.larder.maven.uptodate;

import org.apache.maven.model.Build;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;

/** Projects as Maven has them in memory. */
final class Projects {

  private Projects() {}

  /** A project with one dependency. */
  static MavenProject project(String name) {
    Model model = new Model();
    model.setGroupId("com.acme");
    model.setArtifactId(name);
    model.setVersion("1-SNAPSHOT");
    model.addDependency(dependency("library", "1-SNAPSHOT"));
    Build build = new Build();
    build.setDirectory("/projects/" + name + "/target");
    build.setOutputDirectory("/projects/" + name + "/target/classes");
    build.setTestOutputDirectory("/projects/" + name + "/target/test-classes");
    build.setFinalName(name + "-1-SNAPSHOT");
    model.setBuild(build);
    return new MavenProject(model);
  }

  static Dependency dependency(String name, String version) {
    Dependency dependency = new Dependency();
    dependency.setGroupId("com.acme");
    dependency.setArtifactId(name);
    dependency.setVersion(version);
    return dependency;
  }
}
