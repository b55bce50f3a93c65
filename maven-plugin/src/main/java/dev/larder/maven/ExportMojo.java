package dev.larder.maven;

import dev.larder.core.catalog.Platform;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.store.ModelStore;
import dev.larder.maven.archives.Export;
import dev.larder.maven.archives.ExportRequest;
import dev.larder.maven.locks.ProjectLocks;
import dev.larder.maven.output.Finding;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.jspecify.annotations.Nullable;

/**
 * Packs the locked models of the build's projects into one archive, for machines without a network
 * that are like this one. Takes them from the store and sends nothing. Without a project, models
 * have to be named.
 *
 * @since 0.1.0
 */
@Mojo(name = "export", requiresProject = false, aggregator = true, threadSafe = true)
public final class ExportMojo extends NamingMojo {

  /**
   * The only models to pack: selectors, separated by commas. Without it, all that are locked.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.name")
  private List<String> names = List.of();

  /**
   * The lock that says which models. Without it, the models.lock beside every pom of the build.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.lockFile")
  private @Nullable File lockFile;

  /**
   * The archive to write. Without it, models.zip in the project's target folder, or in the current
   * folder where there is no project.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.archive")
  private @Nullable File archive;

  @Inject
  public ExportMojo(ProjectDependenciesResolver dependencies) {
    super(dependencies);
  }

  @Override
  Finding find() throws MojoFailureException {
    List<String> selectors = stripped(names);
    List<LockedModel> locked = ProjectLocks.of(session(), lockFile).models(Platform.ofMachine());
    if (locked.isEmpty() && selectors.isEmpty()) {
      throw new MojoFailureException(
          "No model is locked here: run mvn models:fetch first, or name models with"
              + " -Dmodels.name=");
    }
    return new Export(names().of(selectors), new ModelStore(storeLayout()))
        .run(new ExportRequest(locked, selectors, archivePath()));
  }

  private Path archivePath() {
    if (archive != null) {
      return archive.toPath();
    }
    return session().getCurrentProject().getBasedir() == null
        ? Path.of(session().getExecutionRootDirectory(), "models.zip")
        : Path.of(session().getCurrentProject().getBuild().getDirectory(), "models.zip");
  }
}
