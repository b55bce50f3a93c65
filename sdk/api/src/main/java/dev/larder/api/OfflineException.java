package dev.larder.api;

/** Something is needed from the network while offline. */
public final class OfflineException extends ModelException {

  private static final long serialVersionUID = 1L;

  /**
   * @param model the selector that was asked for
   * @param file the file that is missing
   * @param source where it would have come from
   * @param reason what says that there is to be no network, for instance {@code mvn -o}
   */
  public OfflineException(String model, String file, String source, String reason) {
    super(
        ErrorText.of("Offline", "Model \"%s\" is not complete on this machine.".formatted(model))
            .fact("Missing", file)
            .fact("Source", source)
            .fact("Offline because of", reason)
            .toFix("run mvn models:fetch once with a network"),
        null);
  }
}
