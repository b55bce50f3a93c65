package dev.larder.api;

/** Code, a recipe or a lock expects vectors of another length than the model gives. */
public final class DimensionMismatchException extends ModelException {

  private static final long serialVersionUID = 1L;

  /**
   * @param model the selector as it was written
   * @param expected the dimensions that were asked for
   * @param actual the dimensions that the model has
   * @param where what expects them: a place in code, a recipe or a lock
   */
  public DimensionMismatchException(String model, int expected, int actual, String where) {
    super(
        ErrorText.of(
                "DimensionMismatch",
                "Model \"%s\" gives %d dimensions, not %d.".formatted(model, actual, expected))
            .fact("Expected by", where)
            .toFix(
                "change the expectation, or name a model with %d dimensions".formatted(expected)),
        null);
  }
}
