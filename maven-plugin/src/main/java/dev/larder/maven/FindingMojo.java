package dev.larder.maven;

import dev.larder.core.format.JsonWriter;
import dev.larder.maven.output.Finding;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** A goal whose result is read: by a person in the log, or by a script on standard output. */
abstract class FindingMojo extends ModelsMojo {

  /**
   * How the result is written: text, or json on standard output. With json, run Maven with -q, so
   * that nothing else is written there.
   *
   * @since 0.1.0
   */
  @Parameter(property = "models.format", defaultValue = "text")
  private String format;

  @Override
  final void run() throws MojoExecutionException, MojoFailureException {
    boolean json = isJson();
    Finding finding = find();
    if (json) {
      System.out.writeBytes(JsonWriter.write(finding::writeJson));
      System.out.flush();
    } else {
      show(finding.lines());
    }
    Optional<String> problem = finding.problem();
    if (problem.isPresent()) {
      throw new MojoFailureException(problem.get());
    }
  }

  private boolean isJson() throws MojoExecutionException {
    return switch (format) {
      case "json" -> true;
      case "text" -> false;
      default ->
          throw new MojoExecutionException(
              "models.format is \"%s\", and can be text or json".formatted(format));
    };
  }

  /** Shows the result to people. */
  void show(List<String> lines) {
    for (String line : lines) {
      getLog().info(line);
    }
  }

  /** Does what the goal is for. */
  abstract Finding find() throws MojoExecutionException, MojoFailureException;
}
