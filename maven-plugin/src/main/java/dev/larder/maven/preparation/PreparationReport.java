package dev.larder.maven.preparation;

import dev.larder.core.lock.LockedFile;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.project.ProjectResult;
import dev.larder.core.store.Installation;
import dev.larder.maven.output.Sizes;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.plugin.logging.Log;

/** Says how a preparation ended. */
public final class PreparationReport {

  private final Log log;

  public PreparationReport(Log log) {
    this.log = log;
  }

  /** All models are where they should be. */
  public void inStore(int models) {
    if (models == 0) {
      nothingDeclared();
    } else {
      log.info(
          Integer.toString(models)
              .concat(models == 1 ? " declared model is" : " declared models are")
              .concat(" in the store"));
    }
  }

  void nothingDeclared() {
    log.debug("No model is declared");
  }

  void lockLeftAlone(Path lockFile) {
    log.warn(
        ("%s has models, but the code declares none; it is left as it is. Does the build run"
                + " the annotation processor?")
            .formatted(lockFile));
  }

  void prepared(ProjectResult result, Path lockFile) {
    result.installations().stream()
        .filter(installation -> !installation.fetched().isEmpty())
        .map(Installation::model)
        .forEach(this::fetched);
    if (result.lockChanged()) {
      log.info("Locked in " + lockFile);
    }
    inStore(result.installations().size());
  }

  void notWrittenDown(IOException e) {
    log.debug("The next run will look at everything again", e);
  }

  private void fetched(LockedModel model) {
    log.info(
        "Fetched %s (%s, %s) from %s"
            .formatted(
                model.key(),
                model.variant(),
                Sizes.text(model.files().stream().mapToLong(LockedFile::size).sum()),
                model.source().text()));
  }
}
