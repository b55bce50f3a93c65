package dev.larder.core.store;

/** What is known of the bytes of files that are all there. */
public enum Assurance {
  /** They have their digests: they were hashed since they look as they do. */
  VERIFIED,
  /**
   * They have their sizes; they were copied or touched since they were hashed, if they ever were.
   */
  UNVERIFIED
}
