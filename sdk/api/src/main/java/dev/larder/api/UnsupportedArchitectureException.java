package dev.larder.api;

/** A sound file that no engine on the class path can run. */
public final class UnsupportedArchitectureException extends ModelException {

  private static final long serialVersionUID = 1L;

  /**
   * @param model the model and variant
   * @param architecture its format and architecture
   * @param remedy which variant or which engine can be used instead
   */
  public UnsupportedArchitectureException(String model, String architecture, String remedy) {
    super(
        ErrorText.of(
                "UnsupportedArchitecture",
                "No engine on the class path runs \"%s\" (%s).".formatted(model, architecture))
            .toFix(remedy),
        null);
  }
}
