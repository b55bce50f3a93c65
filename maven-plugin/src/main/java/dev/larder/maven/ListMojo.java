package dev.larder.maven;

import dev.larder.core.store.ModelStore;
import dev.larder.maven.listing.ModelLister;
import dev.larder.maven.output.Finding;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;

/**
 * Lists every model that can be declared by name, and which of them are on this machine. Needs no
 * project.
 *
 * @since 0.1.0
 */
@Mojo(name = "list", requiresProject = false, aggregator = true, threadSafe = true)
public final class ListMojo extends NamingMojo {

  /**
   * The only models to list, separated by commas. Without it, all.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.name")
  private List<String> names = List.of();

  @Inject
  public ListMojo(ProjectDependenciesResolver dependencies) {
    super(dependencies);
  }

  @Override
  Finding find() {
    return new ModelLister(names().all(), new ModelStore(storeLayout())).list(stripped(names));
  }
}
