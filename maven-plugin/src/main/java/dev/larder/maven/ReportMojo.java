package dev.larder.maven;

import dev.larder.core.lock.LockedModel;
import dev.larder.core.project.LockFile;
import dev.larder.core.store.ModelStore;
import dev.larder.maven.output.Finding;
import dev.larder.maven.report.ModelsPage;
import dev.larder.maven.report.SitePage;
import dev.larder.maven.report.StandalonePage;
import dev.larder.maven.report.WrittenPage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.reporting.MavenReport;

/**
 * A page of the project's locked models: sizes, licences, digests, and where the files came from. A
 * report of the project's site, or a page of its own by hand. A project that locks nothing gets
 * none.
 *
 * @since 0.1.0
 */
@Mojo(name = "report", threadSafe = true)
public final class ReportMojo extends FindingMojo implements MavenReport {

  private static final String NAME = "models";

  /**
   * The project's lock.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.lockFile", defaultValue = "${project.basedir}/models.lock")
  private File lockFile;

  /**
   * The folder of the page, models.html, when the goal is run by hand.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.reportFolder", defaultValue = "${project.build.directory}/reports")
  private File folder;

  @Override
  Finding find() throws MojoExecutionException {
    ModelsPage page = page();
    if (page.models().isEmpty()) {
      return new WrittenPage(Optional.empty(), page, lockFile.toPath());
    }
    Path file = folder.toPath().resolve(NAME + ".html");
    try {
      new StandalonePage(file).write(page);
    } catch (IOException e) {
      throw new MojoExecutionException("Cannot write " + file, e);
    }
    return new WrittenPage(Optional.of(file), page, lockFile.toPath());
  }

  @Override
  public void generate(Sink sink, Locale locale) {
    new SitePage(sink).write(page());
  }

  private ModelsPage page() {
    List<LockedModel> models = models();
    ModelStore store = new ModelStore(storeLayout());
    store.noteInstalled(models);
    return new ModelsPage(models, store.record());
  }

  private List<LockedModel> models() {
    return new LockFile(lockFile.toPath()).read().models();
  }

  @Override
  public boolean canGenerateReport() {
    return !models().isEmpty();
  }

  @Override
  public boolean isExternalReport() {
    return false;
  }

  @Override
  @SuppressWarnings("deprecation") // Every report still has to have it.
  public String getOutputName() {
    return NAME;
  }

  @Override
  public String getCategoryName() {
    return CATEGORY_PROJECT_REPORTS;
  }

  @Override
  public String getName(Locale locale) {
    return "Models";
  }

  @Override
  public String getDescription(Locale locale) {
    return "The machine-learning models that this project uses.";
  }

  @Override
  public void setReportOutputDirectory(File directory) {
    folder = directory;
  }

  @Override
  public File getReportOutputDirectory() {
    return folder;
  }
}
