package dev.larder.its.benchmarks.embedding;

/**
 * A text, and how many tokens it has, the special ones among them.
 *
 * @param text one line
 */
record CountedText(String text, int tokens) {

  /** The arithmetic of MiniLM's shape, in operations: linear layers, and attention. */
  double operations() {
    return tokens * (21.2e6 + 9.2e3 * tokens);
  }
}
