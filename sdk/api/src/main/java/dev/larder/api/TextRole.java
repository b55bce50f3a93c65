package dev.larder.api;

/** What a text is to a retrieval model. Some models want another prefix for each role. */
public enum TextRole {
  /** A question or search phrase. */
  QUERY,
  /** A text that is to be found. */
  DOCUMENT
}
