package dev.larder.api;

import org.jspecify.annotations.Nullable;

/** A file or folder, of the store or of a project, cannot be read or written. */
public final class StorageException extends ModelException {

  private static final long serialVersionUID = 1L;

  /**
   * @param path the file or folder
   * @param problem what is the matter with it
   * @param remedy what to do about it
   * @param cause what went wrong underneath, if anything
   */
  public StorageException(String path, String problem, String remedy, @Nullable Throwable cause) {
    super(
        ErrorText.of("Storage", "A file or folder cannot be used: %s.".formatted(problem))
            .fact("Path", path)
            .toFix(remedy),
        cause);
  }
}
