package dev.larder.api;

/** A model that does something else than the engine it is injected as. */
public final class WrongTaskException extends ModelException {

  private static final long serialVersionUID = 1L;

  /**
   * @param model the selector as it was written
   * @param task what the model does, for instance {@code generation}
   * @param engine the engine type that was asked for
   * @param right the engine type that runs such a model
   */
  public WrongTaskException(String model, String task, String engine, String right) {
    super(
        ErrorText.of(
                "WrongTask",
                "Model \"%s\" cannot be used as %s: it is a model for %s."
                    .formatted(model, engine, task))
            .toFix("inject it as %s, or name a model for another task".formatted(right)),
        null);
  }
}
