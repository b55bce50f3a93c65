package dev.larder.maven;

import dev.larder.api.ModelException;
import dev.larder.core.store.StoreLayout;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.jspecify.annotations.Nullable;

/** What all goals share. */
abstract class ModelsMojo extends AbstractMojo {

  /**
   * Skips every goal of this plugin.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.skip", defaultValue = "false")
  private boolean skip;

  /**
   * The folder of the store. Without it, what the environment variable LARDER_MODELS_DIR names, or
   * else ~/.larder.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.dir")
  private @Nullable File storeFolder;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().debug("Skipped because of models.skip");
      return;
    }
    if (!begin()) {
      getLog().debug("There is nothing to do in this build");
      return;
    }
    try {
      run();
    } catch (ModelException e) {
      throw failure(e);
    }
  }

  /** Whether there is anything to do. */
  boolean begin() {
    return true;
  }

  /**
   * Maven writes the messages of all causes behind ours, which says all there is to say. What is
   * wrong with other models is said, too, so that nobody learns of one after the other.
   */
  private static MojoFailureException failure(ModelException e) {
    String message =
        Stream.concat(
                Stream.of(e.getMessage()),
                Arrays.stream(e.getSuppressed())
                    .filter(ModelException.class::isInstance)
                    .map(Throwable::getMessage))
            .distinct()
            .collect(Collectors.joining("\n"));
    MojoFailureException failure = new MojoFailureException(message);
    failure.addSuppressed(e);
    return failure;
  }

  /** Does what the goal is for. */
  abstract void run() throws MojoExecutionException, MojoFailureException;

  /** Names as they are meant: a list on a command line may have blanks behind its commas. */
  static List<String> stripped(List<String> names) {
    List<String> stripped = new ArrayList<>();
    for (String name : names) {
      if (!name.isBlank()) {
        stripped.add(name.strip());
      }
    }
    return stripped;
  }

  /** Names, of which there must be one: Maven does not hold a list to being required. */
  static List<String> required(List<String> names) throws MojoFailureException {
    List<String> stripped = stripped(names);
    if (stripped.isEmpty()) {
      throw new MojoFailureException(
          "No model is named: say which one with -Dmodels.name=<name>; mvn models:list shows all");
    }
    return stripped;
  }

  final StoreLayout storeLayout() {
    return storeFolder == null
        ? StoreLayout.ofProcess()
        : new StoreLayout(Path.of(storeFolder.getPath()));
  }
}
