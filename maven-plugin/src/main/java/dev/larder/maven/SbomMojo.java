package dev.larder.maven;

import dev.larder.core.catalog.Catalog;
import dev.larder.core.file.AtomicFile;
import dev.larder.core.lock.LockedModel;
import dev.larder.maven.bom.Bom;
import dev.larder.maven.bom.BomRequest;
import dev.larder.maven.bom.BuildTime;
import dev.larder.maven.bom.ComponentWriter;
import dev.larder.maven.bom.WrittenBom;
import dev.larder.maven.locks.ProjectLocks;
import dev.larder.maven.output.Finding;
import java.io.File;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;
import org.jspecify.annotations.Nullable;

/**
 * Writes the models that the project locks for its application as a bill of materials, CycloneDX
 * 1.6 in JSON, and attaches it to the build with the classifier models-cyclonedx. The same lock
 * gives the same bytes. A project that locks nothing gets none.
 *
 * @since 0.1.0
 */
@Mojo(name = "sbom", defaultPhase = LifecyclePhase.PACKAGE, threadSafe = true)
public final class SbomMojo extends FindingMojo {

  private static final String CLASSIFIER = "models-cyclonedx";

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
  private PluginDescriptor plugin;

  /**
   * The project's lock.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.lockFile", defaultValue = "${project.basedir}/models.lock")
  private File lockFile;

  /**
   * The file to write.
   *
   * @since 0.1.0
   */
  @Parameter(
      property = "models.sbomFile",
      defaultValue = "${project.build.directory}/models.cdx.json")
  private File sbomFile;

  /**
   * The time that stands in it, ISO 8601 or seconds since 1970. Without it, none.
   *
   * @since 0.1.0
   */
  @Parameter(defaultValue = "${project.build.outputTimestamp}")
  private @Nullable String outputTimestamp;

  private final MavenProjectHelper helper;

  @Inject
  public SbomMojo(MavenProjectHelper helper) {
    this.helper = helper;
  }

  @Override
  Finding find() throws MojoExecutionException {
    List<LockedModel> models = new ProjectLocks(List.of(lockFile.toPath())).ofApplication();
    if (models.isEmpty()) {
      return new WrittenBom(Optional.empty(), 0, lockFile.toPath());
    }
    Path file = sbomFile.toPath();
    AtomicFile.ofProject(file)
        .write(new Bom(request(models), new ComponentWriter(Catalog.builtIn())).write());
    helper.attachArtifact(project, "json", CLASSIFIER, sbomFile);
    return new WrittenBom(Optional.of(file), models.size(), lockFile.toPath());
  }

  private BomRequest request(List<LockedModel> models) throws MojoExecutionException {
    try {
      return new BomRequest(project, models, BuildTime.parse(outputTimestamp), plugin.getVersion());
    } catch (DateTimeException e) {
      throw new MojoExecutionException(
          "project.build.outputTimestamp is \"%s\", which is no time".formatted(outputTimestamp),
          e);
    }
  }
}
