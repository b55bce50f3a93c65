package dev.larder.core.project;

import dev.larder.core.lock.ModelsLock;
import dev.larder.core.store.Installation;
import java.util.List;

/**
 * What a project has now.
 *
 * @param lock its lock, as it is on disk
 * @param application what of it is packed: what the application declares
 * @param tests what of it the tests declare, whether or not the application does too
 * @param installations its models
 * @param lockChanged whether the lock had to be written
 */
public record ProjectResult(
    ModelsLock lock,
    ModelsLock application,
    ModelsLock tests,
    List<Installation> installations,
    boolean lockChanged) {

  public ProjectResult {
    installations = List.copyOf(installations);
  }

  /** Where nothing is declared, and the lock stays as it is. */
  public static ProjectResult nothing(ModelsLock lock) {
    return new ProjectResult(lock, ModelsLock.empty(), ModelsLock.empty(), List.of(), false);
  }
}
