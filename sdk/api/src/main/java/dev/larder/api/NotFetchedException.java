package dev.larder.api;

/** A model that is declared, but is not in the store of this machine. */
public final class NotFetchedException extends ModelException {

  private static final long serialVersionUID = 1L;

  /**
   * @param model the selector as it was declared
   * @param store the folder that was looked in
   * @param remedy what to do about it
   */
  public NotFetchedException(String model, String store, String remedy) {
    super(
        ErrorText.of("NotFetched", "Model \"%s\" is not on this machine.".formatted(model))
            .fact("Looked in", store)
            .toFix(remedy),
        null);
  }
}
