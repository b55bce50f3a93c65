package dev.larder.maven;

import dev.larder.core.project.ProjectRequest;
import dev.larder.core.project.TestKnowledge;
import dev.larder.core.store.StoreLayout;
import dev.larder.maven.preparation.InputReader;
import dev.larder.maven.preparation.Preparation;
import dev.larder.maven.preparation.PreparationReport;
import dev.larder.maven.preparation.PreparationRequest;
import dev.larder.maven.preparation.Prepared;
import dev.larder.maven.progress.Progress;
import dev.larder.maven.uptodate.Circumstances;
import dev.larder.maven.uptodate.PreparedRecord;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.eclipse.aether.RepositorySystem;
import org.jspecify.annotations.Nullable;

/** A goal that may change a project's lock. */
abstract class LockingMojo extends FetchingMojo {

  @Parameter(defaultValue = "${plugin}", readonly = true, required = true)
  private PluginDescriptor plugin;

  /**
   * The project's lock, which belongs under version control.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.lockFile", defaultValue = "${project.basedir}/models.lock")
  private File lockFile;

  /**
   * Whether the lock must stay as it is: a model that is not locked, or no longer declared, fails
   * the build. Without it, true where the environment variable CI is true.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.frozen")
  private @Nullable Boolean frozen;

  /**
   * Platforms that models are locked for, besides this machine's and those in the lock: x86_64,
   * x86_64-avx2, x86_64-avx512-vnni, arm64 or other, separated by commas. Only models that have
   * different files for them need it.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.platforms")
  private List<String> platforms = List.of();

  private final RepositorySystem system;
  private final ProjectDependenciesResolver dependencies;

  LockingMojo(RepositorySystem system, ProjectDependenciesResolver dependencies) {
    super(system);
    this.system = system;
    this.dependencies = dependencies;
  }

  final PluginDescriptor plugin() {
    return plugin;
  }

  /** How much the goal knows of what tests declare. */
  abstract TestKnowledge tests();

  final Path lockFile() {
    return lockFile.toPath();
  }

  /** Fetches what is declared and missing, and locks it. */
  final Prepared prepare() throws MojoExecutionException {
    TestKnowledge tests = tests();
    PreparedRecord record = record(tests);
    Circumstances circumstances = circumstances(tests);
    OptionalInt models = record.modelsIfUnchanged(circumstances);
    if (models.isPresent()) {
      return Prepared.already(models.getAsInt(), lockFile());
    }
    PreparationRequest request =
        new PreparationRequest(
            project(),
            storeLayout(),
            lockFile(),
            frozenBy(),
            policy(),
            platforms(platforms),
            tests,
            circumstances);
    try (Progress listener = progress()) {
      return new Preparation(inputs(), fetchers(), record, new PreparationReport(getLog()))
          .run(request, listener);
    }
  }

  /** What the project declares and has to respect. */
  final ProjectRequest request() throws MojoExecutionException {
    return request(
        inputs().declarations(project(), tests()), lockFile, frozenBy(), platforms(platforms));
  }

  /** One each: a build may prepare both, and neither is to forget the other. */
  private PreparedRecord record(TestKnowledge tests) {
    String name = tests == TestKnowledge.READ ? "prepared-tests" : "prepared";
    return new PreparedRecord(Path.of(project().getBuild().getDirectory(), "larder", name));
  }

  private InputReader inputs() {
    return new InputReader(system, dependencies, session().getRepositorySession());
  }

  private Circumstances circumstances(TestKnowledge tests) {
    List<String> parameters =
        List.of(
            "store ".concat(storeLayout().home().toString()),
            "shared ".concat(String.valueOf(System.getenv(StoreLayout.SHARED_VARIABLE))),
            "lock ".concat(lockFile().toString()),
            "frozen ".concat(frozenBy().orElse("no")),
            "licences ".concat(licences().text()),
            "platforms ".concat(String.join(",", stripped(platforms))),
            "classes ".concat(project().getBuild().getOutputDirectory()),
            "test classes ".concat(project().getBuild().getTestOutputDirectory()),
            "tests ".concat(tests.name()));
    return Circumstances.of(parameters, plugin, session());
  }

  private Optional<String> frozenBy() {
    if (frozen != null) {
      return frozen ? Optional.of("models.frozen=true") : Optional.empty();
    }
    return "true".equals(System.getenv("CI")) ? Optional.of("CI=true") : Optional.empty();
  }
}
