package dev.larder.its.benchmarks.embedding;

/**
 * A part of a work's texts.
 *
 * @param count how many
 * @param fewest tokens of a text
 * @param most tokens of a text
 */
record Portion(int count, int fewest, int most) {

  boolean takes(CountedText text) {
    return text.tokens() >= fewest && text.tokens() <= most;
  }
}
