package dev.larder.maven;

import dev.larder.core.lock.ModelsLock;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.StoreLayout;
import dev.larder.maven.output.Finding;
import dev.larder.maven.overview.ProjectLock;
import dev.larder.maven.overview.ProjectsCheck;
import java.util.List;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Shows the store and every project known on this machine: what it needs, whether that is there,
 * and what fetches what is missing. Needs no project.
 *
 * @since 0.1.0
 */
@Mojo(name = "status", requiresProject = false, aggregator = true, threadSafe = true)
public final class StatusMojo extends FindingMojo {

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  @Override
  Finding find() {
    return new ProjectsCheck(new ModelStore(storeLayout()), options())
        .run(
            session.getProjects().stream()
                .filter(project -> project.getFile() != null)
                .map(StatusMojo::lock)
                .toList());
  }

  private static ProjectLock lock(MavenProject project) {
    return ProjectLock.ofBuild(
        project.getGroupId() + ":" + project.getArtifactId(),
        project.getBasedir().toPath().resolve(ModelsLock.FILE_NAME));
  }

  /** A store that the command line named is not the one that another command would use. */
  private List<String> options() {
    return session.getUserProperties().containsKey(StoreLayout.PROPERTY)
        ? List.of("-D%s=%s".formatted(StoreLayout.PROPERTY, storeLayout().home()))
        : List.of();
  }
}
