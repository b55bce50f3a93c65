package dev.larder.api;

/**
 * A text has more tokens than the model reads, and is not to be cut. The model is as good as
 * before: this is about the argument, and so no {@link ModelException}.
 */
public final class OverlongTextException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final int index;
  private final int tokens;
  private final int maxTokens;

  /**
   * @param model the model and variant
   * @param index the text's position in the request, from 0
   * @param tokens how many tokens it has at least, special tokens and prefix included
   * @param maxTokens how many the model reads
   */
  public OverlongTextException(String model, int index, int tokens, int maxTokens) {
    super(
        "Text %d has at least %d tokens, and \"%s\" reads %d"
            .formatted(index, tokens, model, maxTokens));
    this.index = index;
    this.tokens = tokens;
    this.maxTokens = maxTokens;
  }

  /** The text's position in the request, from 0. */
  public int index() {
    return index;
  }

  /**
   * How many tokens it has, special tokens and prefix included. At least so many where it is far
   * too long: then its end is not looked at.
   */
  public int tokens() {
    return tokens;
  }

  /** How many tokens the model reads. */
  public int maxTokens() {
    return maxTokens;
  }
}
