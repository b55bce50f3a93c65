package dev.larder.maven;

import dev.larder.core.store.ModelStore;
import dev.larder.maven.description.ModelDescriber;
import dev.larder.maven.locks.ProjectLocks;
import dev.larder.maven.output.Finding;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;

/**
 * Says everything that is known of a model: variants, files, digests, licence, how it is injected,
 * where it came from and which projects use it. Needs no project.
 *
 * @since 0.1.0
 */
@Mojo(name = "info", requiresProject = false, aggregator = true, threadSafe = true)
public final class InfoMojo extends NamingMojo {

  /**
   * The model, name[:variant], or several, separated by commas. Required.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.name")
  private List<String> names = List.of();

  @Inject
  public InfoMojo(ProjectDependenciesResolver dependencies) {
    super(dependencies);
  }

  @Override
  Finding find() throws MojoFailureException {
    List<String> selectors = required(names);
    return new ModelDescriber(
            names().of(selectors),
            ProjectLocks.of(session(), null).lock(),
            new ModelStore(storeLayout()))
        .describe(selectors);
  }
}
