package dev.larder.testkit.hub;

/** One of the two servers; they differ in host name and port. */
public enum Origin {
  /** Knows the repositories, checks tokens, and redirects to where the bytes are. */
  HUB,
  /** Has the bytes of large files, behind signed addresses, and must never see a token. */
  CDN
}
