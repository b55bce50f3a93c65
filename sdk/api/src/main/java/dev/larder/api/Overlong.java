package dev.larder.api;

/** What becomes of a text that has more tokens than the model reads. */
public enum Overlong {
  /**
   * It is cut at its end. {@link Embedding#truncatedTokens()} says by how much, and the engine
   * warns once.
   */
  TRUNCATE,
  /** Nothing is run, and an {@link OverlongTextException} says which text it is. */
  FAIL,
  /**
   * It is read in windows that overlap, each with the prefix of its role, and its vector is their
   * mean, weighted by how many of the text's tokens each has.
   */
  CHUNK
}
