package dev.larder.api;

import java.time.Duration;

/**
 * An answer.
 *
 * @param text the answer, without any stop string
 * @param promptTokens how many tokens the model read
 * @param newTokens how many tokens it wrote
 * @param end why it stopped
 * @param promptTime how long it read, until the first token was written
 * @param answerTime how long it wrote after that
 */
public record Generation(
    String text,
    int promptTokens,
    int newTokens,
    End end,
    Duration promptTime,
    Duration answerTime) {

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
