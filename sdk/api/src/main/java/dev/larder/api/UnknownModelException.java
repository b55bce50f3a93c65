package dev.larder.api;

import java.util.List;

/** A name that is neither in the catalog, nor defined by the project, nor an alias. */
public final class UnknownModelException extends ModelException {

  private static final long serialVersionUID = 1L;

  /**
   * @param asked the selector as it was written
   * @param near the nearest names, best first; may be empty
   */
  public UnknownModelException(String asked, List<String> near) {
    super(text("No model is named \"%s\".".formatted(asked), "Did you mean", near), null);
  }

  /**
   * @param model a model that exists
   * @param asked a variant that it does not have
   * @param variants those it has
   */
  public UnknownModelException(String model, String asked, List<String> variants) {
    super(
        text("Model \"%s\" has no variant \"%s\".".formatted(model, asked), "It has", variants),
        null);
  }

  private static ErrorText text(String sentence, String offer, List<String> names) {
    ErrorText text = ErrorText.of("UnknownModel", sentence);
    if (!names.isEmpty()) {
      text.fact(offer, String.join(", ", names));
    }
    return text.toFix("mvn models:list shows every model that can be used");
  }
}
