package dev.larder.testkit.hub;

/** How the files of a repository reach the client. */
public enum Delivery {
  /** As the hub does it: a redirect that carries the digest, to its cache or to the CDN. */
  REDIRECT,
  /** At once, without a redirect. */
  DIRECT,
  /** As some mirrors do it: a bare redirect, and what it should have carried on the final hop. */
  MIRROR
}
