package dev.larder.maven;

import dev.larder.core.catalog.Catalog;
import dev.larder.core.project.LockUpdate;
import dev.larder.core.project.ProjectLocking;
import dev.larder.core.project.ProjectRequest;
import dev.larder.core.store.ModelStore;
import dev.larder.maven.locking.Locked;
import dev.larder.maven.output.Finding;
import dev.larder.maven.preparation.PreparationReport;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystem;

/**
 * Compiles code and tests, then writes or updates the lock without fetching a model. Where the
 * catalog does not know a digest, the hub is asked for it.
 *
 * @since 0.1.0
 */
@Mojo(name = "lock", threadSafe = true)
@Execute(phase = LifecyclePhase.TEST_COMPILE, lifecycle = CompilingFork.LIFECYCLE)
public final class LockMojo extends TestReadingMojo {

  private static final String ALL = "true";

  /**
   * Which locked models move to the variant and revision of the catalog: all of them where no name
   * is given, or those that are named, separated by commas. Without it, what is locked stays.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.update")
  private List<String> update = List.of();

  @Inject
  public LockMojo(RepositorySystem system, ProjectDependenciesResolver dependencies) {
    super(system, dependencies);
  }

  @Override
  Finding find() throws MojoExecutionException {
    ProjectLocking locking =
        new ProjectLocking(Catalog.builtIn(), new ModelStore(storeLayout()), fetchers());
    ProjectRequest request = request();
    LockUpdate changed = lock(locking, request);
    if (request.declarations().areMissing(changed.after())) {
      new PreparationReport(getLog()).lockLeftAlone(lockFile());
    }
    return new Locked(changed, lockFile());
  }

  private LockUpdate lock(ProjectLocking locking, ProjectRequest request) {
    if (update.isEmpty()) {
      return locking.lock(request);
    }
    return update.contains(ALL)
        ? locking.update(request)
        : locking.update(request, stripped(update));
  }
}
