package dev.larder.maven;

import dev.larder.core.catalog.Catalog;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.manifest.ModelUse;
import dev.larder.core.project.Declarations;
import dev.larder.core.project.DeclaredCatalog;
import dev.larder.core.project.LockFile;
import dev.larder.core.project.ProjectRequest;
import dev.larder.core.project.TestKnowledge;
import dev.larder.maven.checking.Checked;
import dev.larder.maven.output.Finding;
import dev.larder.maven.preparation.InputReader;
import dev.larder.maven.preparation.TestCode;
import dev.larder.projections.ProjectProjection;
import dev.larder.projections.ProjectProjections;
import dev.larder.projections.ProjectionFolder;
import dev.larder.projections.recipe.RecipeFile;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/**
 * Compiles code and tests, then fails unless the declared models, the lock, the store and the
 * licence policy agree, and unless the project's projections fit its recipe and its models. Changes
 * nothing and fetches nothing. Made for CI.
 *
 * @since 0.1.0
 */
@Mojo(name = "check", threadSafe = true)
@Execute(phase = LifecyclePhase.TEST_COMPILE, lifecycle = CompilingFork.LIFECYCLE)
public final class CheckMojo extends PolicyMojo {

  /**
   * The project's lock, which belongs under version control.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.lockFile", defaultValue = "${project.basedir}/models.lock")
  private File lockFile;

  /**
   * The recipe of the project's projections. Without it, projections.yaml beside the pom, where
   * there is one.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.recipe")
  private @Nullable File recipe;

  /**
   * Platforms that models are locked for, besides this machine's and those in the lock: x86_64,
   * x86_64-avx2, x86_64-avx512-vnni, arm64 or other, separated by commas. Only models that have
   * different files for them need it.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.platforms")
  private List<String> platforms = List.of();

  /**
   * Whether the build leaves its tests out. What is locked for them alone is not looked at then.
   *
   * @since 0.1.0
   */
  @Parameter(property = "maven.test.skip", defaultValue = "false")
  private boolean skipTests;

  private final RepositorySystem system;
  private final ProjectDependenciesResolver dependencies;

  @Inject
  public CheckMojo(RepositorySystem system, ProjectDependenciesResolver dependencies) {
    this.system = system;
    this.dependencies = dependencies;
  }

  @Override
  Finding find() throws MojoExecutionException {
    InputReader inputs = new InputReader(system, dependencies, session().getRepositorySession());
    Declarations declarations = inputs.declarations(project(), tests());
    ProjectRequest request =
        request(declarations, lockFile, Optional.of("models:check"), platforms(platforms));
    return new Checked(
        check(request), projections(declarations), lockFile.toPath(), storeLayout().home());
  }

  private TestKnowledge tests() {
    return skipTests ? TestKnowledge.UNKNOWN : new TestCode(project()).knowledge();
  }

  private List<ProjectProjection> projections(Declarations declarations) {
    Path project = project().getBasedir().toPath();
    Path file = recipe == null ? project.resolve("projections.yaml") : recipe.toPath();
    if (recipe == null && !Files.exists(file)) {
      return List.of();
    }
    List<String> declared =
        declarations.manifests().stream()
            .flatMap(manifest -> manifest.uses().stream())
            .map(ModelUse::model)
            .toList();
    ModelsLock lock = new LockFile(lockFile.toPath()).read();
    Catalog names = DeclaredCatalog.of(Catalog.builtIn(), lock, declarations).catalog();
    return new ProjectProjections(names, lock, declared)
        .check(new RecipeFile(file).read(), ProjectionFolder.ofProject(project));
  }
}
