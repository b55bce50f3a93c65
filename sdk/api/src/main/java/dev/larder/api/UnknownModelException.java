package dev.larder.api;

import java.util.List;

/** A name that is neither in the catalog, nor defined by the project, nor an alias. */
public final class UnknownModelException extends ModelException {

  private static final long serialVersionUID = 1L;

  /** What is said before the remedy. */
  private final transient Found found;

  private record Found(String sentence, String offer, List<String> names, List<String> places) {

    ErrorText text() {
      ErrorText text = ErrorText.of("UnknownModel", sentence);
      if (!names.isEmpty()) {
        text.fact(offer, String.join(", ", names));
      }
      places.forEach(place -> text.fact("Asked by", place));
      return text.toFix("mvn models:list shows every model that can be used");
    }
  }

  /**
   * @param asked the selector as it was written
   * @param near the nearest names, best first; may be empty
   */
  public UnknownModelException(String asked, List<String> near) {
    this(new Found("No model is named \"%s\".".formatted(asked), "Did you mean", near, List.of()));
  }

  /**
   * @param model a model that exists
   * @param asked a variant that it does not have
   * @param variants those it has
   */
  public UnknownModelException(String model, String asked, List<String> variants) {
    this(
        new Found(
            "Model \"%s\" has no variant \"%s\".".formatted(model, asked),
            "It has",
            variants,
            List.of()));
  }

  private UnknownModelException(Found found) {
    super(found.text(), null);
    this.found = found;
  }

  /**
   * The same, for a message that says where the name stands.
   *
   * @param place a file and a line
   */
  public UnknownModelException askedBy(String place) {
    return new UnknownModelException(
        new Found(found.sentence, found.offer, found.names, List.of(place)));
  }
}
