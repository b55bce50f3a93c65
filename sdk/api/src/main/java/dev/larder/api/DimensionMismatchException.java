package dev.larder.api;

import java.util.List;
import java.util.stream.Collectors;

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
    this(model, expected, List.of(actual), where);
  }

  /**
   * @param model the selector as it was written
   * @param expected the dimensions that were asked for
   * @param possible those that the model can give; at least one
   * @param where what expects them: a place in code, a recipe or a lock
   */
  public DimensionMismatchException(
      String model, int expected, List<Integer> possible, String where) {
    super(
        ErrorText.of(
                "DimensionMismatch",
                "Model \"%s\" gives %s dimensions, not %d."
                    .formatted(model, listed(possible), expected))
            .fact("Expected by", where)
            .toFix(
                "change the expectation, or name a model with %d dimensions".formatted(expected)),
        null);
  }

  private static String listed(List<Integer> possible) {
    int last = possible.size() - 1;
    String others =
        possible.subList(0, last).stream().map(String::valueOf).collect(Collectors.joining(", "));
    return others.isEmpty() ? "" + possible.get(last) : others + " or " + possible.get(last);
  }
}
