package dev.larder.api;

/** A sound file that no engine can run: none on the class path, or none that a build knows of. */
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
                "No known engine runs \"%s\" (%s).".formatted(model, architecture))
            .toFix(remedy),
        null);
  }
}
