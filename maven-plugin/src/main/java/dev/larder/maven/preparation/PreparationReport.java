package dev.larder.maven.preparation;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.logging.Log;

/** Says what is remarkable about a preparation besides its result. */
public final class PreparationReport {

  private final Log log;

  public PreparationReport(Log log) {
    this.log = log;
  }

  void nothingDeclared() {
    log.debug("No model is declared");
  }

  /** Nothing is declared, which is seldom meant where models are locked. */
  public void lockLeftAlone(Path lockFile) {
    log.warn(
        ("%s has models, but the code declares none; it is left as it is. Does the build run"
                + " the annotation processor?")
            .formatted(lockFile));
  }

  /** What is decided, but perhaps not as it was meant. */
  void warn(List<String> warnings) {
    warnings.forEach(log::warn);
  }

  void notWrittenDown(Exception e) {
    log.debug("The next run will look at everything again", e);
  }
}
