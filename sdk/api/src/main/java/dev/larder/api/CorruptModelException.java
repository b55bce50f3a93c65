package dev.larder.api;

import org.jspecify.annotations.Nullable;

/** A file that is what its digest says, and yet cannot be used. */
public final class CorruptModelException extends ModelException {

  private static final long serialVersionUID = 1L;

  /**
   * @param model the model and variant
   * @param file the file that cannot be used
   * @param problem what is the matter with it
   * @param cause what went wrong underneath, if anything
   */
  public CorruptModelException(
      String model, String file, String problem, @Nullable Throwable cause) {
    super(
        ErrorText.of("CorruptModel", "Model \"%s\" cannot be used: %s.".formatted(model, problem))
            .reason(problem, cause)
            .fact("File", file)
            .toFix("use another variant, or mend the file that the model was defined with"),
        cause);
  }
}
