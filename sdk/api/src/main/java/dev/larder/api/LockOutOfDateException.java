package dev.larder.api;

import java.util.List;

/** The lock does not have what the code declares, and may not be changed. */
public final class LockOutOfDateException extends ModelException {

  private static final long serialVersionUID = 1L;

  /**
   * @param lock the lock file
   * @param differences what differs, a short phrase each
   * @param frozenBy what forbids the change, for instance {@code CI=true}
   */
  public LockOutOfDateException(String lock, List<String> differences, String frozenBy) {
    super(
        ErrorText.of("LockOutOfDate", "%s does not match the declared models.".formatted(lock))
            .fact("Differs", String.join("; ", differences))
            .fact("Frozen by", frozenBy)
            .toFix("run mvn models:fetch on a workstation and commit the lock"),
        null);
  }

  /**
   * A lock that has a model for other machines only.
   *
   * @param model the selector
   * @param platform this machine's
   * @param locked the platforms that it has the model for
   */
  public LockOutOfDateException(String model, String platform, List<String> locked) {
    super(
        ErrorText.of(
                "LockOutOfDate", "models.lock has no \"%s\" for this machine.".formatted(model))
            .fact("This machine", platform)
            .fact("Locked for", String.join(", ", locked))
            .toFix(
                "run mvn models:lock -Dmodels.platforms=%s in the project and commit the lock"
                    .formatted(platform)),
        null);
  }
}
