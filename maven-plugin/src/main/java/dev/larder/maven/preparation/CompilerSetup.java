package dev.larder.maven.preparation;

import dev.larder.api.NotProcessedException;
import dev.larder.api.UsesModel;
import dev.larder.core.classfile.Language;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;

/**
 * What a project says to maven-compiler-plugin.
 *
 * @param configuration all that is said to the plugin and to its executions, as XML
 */
record CompilerSetup(String configuration) {

  private static final String PLUGIN = "org.apache.maven.plugins:maven-compiler-plugin";
  private static final String PROCESSOR = "dev.larder.processor.ModelsProcessor";
  private static final Pattern OTHER_COMPILER =
      Pattern.compile("<compilerId>(?!javac)([^<]+)</compilerId>");

  static CompilerSetup of(MavenProject project) {
    Plugin plugin = project.getPlugin(PLUGIN);
    StringBuilder text =
        new StringBuilder(
            "<proc>%s</proc>".formatted(project.getProperties().get("maven.compiler.proc")));
    if (plugin != null) {
      text.append(plugin.getConfiguration());
      for (PluginExecution execution : plugin.getExecutions()) {
        text.append(execution.getConfiguration());
      }
    }
    return new CompilerSetup(text.toString());
  }

  /** Says of a class that was compiled without the processor why that is, and what to do. */
  NotProcessedException notProcessed(String type, Language language) {
    if (language != Language.JAVA || !configuration.contains("<artifactId>models-processor<")) {
      return language.notProcessed(type, version());
    }
    Matcher compiler = OTHER_COMPILER.matcher(configuration);
    if (configuration.contains("<proc>none</proc>") || configuration.contains("-proc:none")) {
      return new NotProcessedException(
          type,
          "no annotation processor, which the pom forbids",
          """
          take proc none, or -proc:none, away from maven-compiler-plugin, so that it runs what it names
              <annotationProcessorPaths>
                <path>
                  <groupId>dev.larder</groupId>
                  <artifactId>models-processor</artifactId>
                  <version>%s</version>
                </path>
              </annotationProcessorPaths>\
          """
              .formatted(version()));
    }
    if (configuration.contains("<annotationProcessors") && !configuration.contains(PROCESSOR)) {
      return new NotProcessedException(
          type,
          "other annotation processors only, which the pom lists",
          "add <annotationProcessor>%s</annotationProcessor> to the annotationProcessors of"
              .formatted(PROCESSOR)
              .concat(" maven-compiler-plugin, and compile again"));
    }
    if (compiler.find()) {
      return new NotProcessedException(
          type,
          "the compiler %s, not javac".formatted(compiler.group(1)),
          "take compilerId away from maven-compiler-plugin, or declare the model outside of a method's"
              .concat(" body, which javac alone shows; then compile again"));
    }
    return Language.skipped(type, "the pom names it");
  }

  private static String version() {
    return Objects.requireNonNullElse(
        UsesModel.class.getPackage().getImplementationVersion(), "${larder.version}");
  }
}
