package dev.larder.maven;

import dev.larder.core.catalog.Catalog;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.store.ModelStore;
import dev.larder.maven.output.Finding;
import dev.larder.maven.questions.Questions;
import dev.larder.maven.removal.Removal;
import dev.larder.maven.removal.RemovalRequest;
import dev.larder.maven.removal.RemovalRequest.Others;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Removes models from the store of this machine, after a question. The record of where they came
 * from stays. Needs no project.
 *
 * @since 0.1.0
 */
@Mojo(name = "remove", requiresProject = false, aggregator = true, threadSafe = true)
public final class RemoveMojo extends FindingMojo {

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  /**
   * The models to remove, separated by commas: name[:variant][@revision] each. Without a variant,
   * all variants of the model; without a revision, all revisions.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.name")
  private List<String> names = List.of();

  /**
   * Answers the question with yes, which has to be said where nobody can be asked.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.yes", defaultValue = "false")
  private boolean yes;

  /**
   * Removes models that other projects of this machine lock, too. They fetch them again.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.force", defaultValue = "false")
  private boolean force;

  @Override
  Finding find() throws MojoFailureException {
    return new Removal(Catalog.builtIn(), new ModelStore(storeLayout()))
        .run(
            new RemovalRequest(required(names), ownLocks(), force ? Others.IGNORE : Others.RESPECT),
            yes ? Questions.ALWAYS_YES : Questions.of(session));
  }

  private Set<Path> ownLocks() {
    return session.getProjects().stream()
        .map(MavenProject::getFile)
        .filter(pom -> pom != null)
        .map(pom -> pom.toPath().resolveSibling(ModelsLock.FILE_NAME))
        .collect(Collectors.toSet());
  }
}
