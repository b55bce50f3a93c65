package dev.larder.api;

import java.util.List;

/** The lock no longer says what the code declares, and may not be changed. */
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
}
