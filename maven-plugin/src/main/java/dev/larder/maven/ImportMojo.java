package dev.larder.maven;

import dev.larder.core.catalog.Catalog;
import dev.larder.core.store.ModelStore;
import dev.larder.maven.archives.Import;
import dev.larder.maven.output.Finding;
import dev.larder.maven.progress.Progress;
import java.io.File;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Brings the models of an archive, which models:export has written, into the store of this machine,
 * and verifies every file. Needs neither a network nor a project.
 *
 * @since 0.1.0
 */
@Mojo(name = "import", requiresProject = false, aggregator = true, threadSafe = true)
public final class ImportMojo extends TransferringMojo {

  /**
   * The archive to read.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.archive", required = true)
  private File archive;

  @Override
  Finding find() throws MojoExecutionException {
    try (Progress listener = progress()) {
      return new Import(Catalog.builtIn(), new ModelStore(storeLayout()), policy())
          .run(archive.toPath(), listener);
    }
  }
}
