package dev.larder.api;

import org.jspecify.annotations.Nullable;

/** Native code failed. The application goes on. */
public final class EngineException extends ModelException {

  private static final long serialVersionUID = 1L;

  /**
   * @param model the model and variant
   * @param problem what happened
   * @param cause what went wrong underneath, if anything
   */
  public EngineException(String model, String problem, @Nullable Throwable cause) {
    super(
        ErrorText.of("Engine", "The engine of \"%s\" failed: %s.".formatted(model, problem))
            .toFix("try again; if it happens again, report it with the text that causes it"),
        cause);
  }
}
