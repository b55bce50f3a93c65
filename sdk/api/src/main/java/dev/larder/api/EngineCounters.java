package dev.larder.api;

import java.time.Duration;

/**
 * What an engine has done since it was opened.
 *
 * @param runs how often its network ran
 * @param texts how many texts, parts of texts or pairs went through it
 * @param tokens how many tokens those had
 * @param padding how many tokens were added so that texts could be run together
 * @param waited how long texts waited for their turn, all of them together
 * @param ran how long the network ran, all runs together, also those at the same time
 */
public record EngineCounters(
    long runs, long texts, long tokens, long padding, Duration waited, Duration ran) {

  /** Nothing was done, or nobody counts. */
  public static final EngineCounters NONE =
      new EngineCounters(0, 0, 0, 0, Duration.ZERO, Duration.ZERO);
}
