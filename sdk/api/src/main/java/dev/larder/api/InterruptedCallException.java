package dev.larder.api;

import org.jspecify.annotations.Nullable;

/**
 * The calling thread was interrupted while it waited for something. Its interrupt flag is set when
 * this is thrown, and nothing is broken: the same call can be made again.
 */
public final class InterruptedCallException extends ModelException {

  private static final long serialVersionUID = 1L;

  /**
   * @param what what was interrupted, with the model or the file: the beginning of a sentence
   * @param cause how that was noticed, if that says more
   */
  public InterruptedCallException(String what, @Nullable Throwable cause) {
    super(
        ErrorText.of("Interrupted", "%s was interrupted.".formatted(what))
            .toFix("make the same call again; what has arrived is kept, and nothing stays locked"),
        cause);
  }
}
