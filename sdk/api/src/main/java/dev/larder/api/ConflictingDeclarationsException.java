package dev.larder.api;

/** Two places of one application say different things of one name. */
public final class ConflictingDeclarationsException extends ModelException {

  private static final long serialVersionUID = 1L;

  /**
   * One of two places, and what it says.
   *
   * @param where the jar, folder or type
   * @param says what it says
   */
  public record Place(String where, String says) {}

  /**
   * @param name the name that both speak of
   * @param one the place that is nearer to the application
   * @param other the other one
   * @param remedy what to do about it
   */
  public ConflictingDeclarationsException(String name, Place one, Place other, String remedy) {
    super(
        ErrorText.of(
                "ConflictingDeclarations", "Two places do not agree about \"%s\".".formatted(name))
            .fact("Here", one.says + ", in " + one.where)
            .fact("There", other.says + ", in " + other.where)
            .toFix(remedy),
        null);
  }
}
