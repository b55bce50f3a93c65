package dev.larder.api;

/** A model or an alias that code defines, and that cannot be one. */
public final class InvalidDefinitionException extends ModelException {

  private static final long serialVersionUID = 1L;

  /**
   * @param name the name that is defined
   * @param problem what is the matter with the definition
   * @param remedy what to do about it
   */
  public InvalidDefinitionException(String name, String problem, String remedy) {
    super(
        ErrorText.of("InvalidDefinition", "\"%s\" cannot be defined: %s.".formatted(name, problem))
            .toFix(remedy),
        null);
  }
}
