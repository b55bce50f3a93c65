package dev.larder.api;

import org.jspecify.annotations.Nullable;

/** A file of a project or of Larder that cannot be used: not parseable, too new, or unsafe. */
public final class InvalidFileException extends ModelException {

  private static final long serialVersionUID = 1L;

  /**
   * @param file the file
   * @param problem what is the matter with it, with the place where that is known
   * @param remedy what to do about it
   * @param cause what went wrong underneath, if anything
   */
  public InvalidFileException(
      String file, String problem, String remedy, @Nullable Throwable cause) {
    super(
        ErrorText.of("InvalidFile", "File %s cannot be used: %s.".formatted(file, problem))
            .toFix(remedy),
        cause);
  }
}
