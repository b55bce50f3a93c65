package dev.larder.maven.uptodate;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;

/**
 * What a run depends on besides what it reads.
 *
 * @param settings each with its name, in a fixed order
 * @param reactor the projects of this build
 */
public record Circumstances(List<String> settings, Reactor reactor) {

  public Circumstances {
    settings = List.copyOf(settings);
  }

  /** The parameters of a goal, the plugin's own jars, and how this build finds dependencies. */
  public static Circumstances of(
      List<String> parameters, PluginDescriptor plugin, MavenSession session) {
    List<String> settings = new ArrayList<>(parameters);
    settings.add("repository ".concat(session.getLocalRepository().getBasedir()));
    for (Artifact jar : plugin.getArtifacts()) {
      File file = jar.getFile();
      settings.add(file == null ? jar.getId() : Lines.text(Evidence.looks(file.toPath())));
    }
    // A project that is not built this time comes from a repository.
    for (MavenProject project : session.getProjects()) {
      settings.add("builds ".concat(Reactor.id(project)));
    }
    return new Circumstances(settings, new Reactor(session.getAllProjects()));
  }

  String text() {
    return String.join("\n", settings);
  }
}
