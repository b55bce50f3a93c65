package dev.larder.core.project;

import dev.larder.core.lock.ModelsLock;
import dev.larder.core.store.Installation;
import java.util.List;

/**
 * What a project has now.
 *
 * @param lock its lock, as it is on disk
 * @param installations its models
 * @param lockChanged whether the lock had to be written
 */
public record ProjectResult(
    ModelsLock lock, List<Installation> installations, boolean lockChanged) {

  public ProjectResult {
    installations = List.copyOf(installations);
  }
}
