package dev.larder.api;

/**
 * An answer.
 *
 * @param text the answer, without any stop string
 * @param promptTokens how many tokens the model read
 * @param newTokens how many tokens it wrote
 * @param end why it stopped
 */
public record Generation(String text, int promptTokens, int newTokens, End end) {

  /** Why a generation stopped. */
  public enum End {
    /** The model had finished. */
    FINISHED,
    /** A stop string came up. */
    STOP,
    /** The request's or the model's limit of tokens was reached. */
    LIMIT
  }
}
