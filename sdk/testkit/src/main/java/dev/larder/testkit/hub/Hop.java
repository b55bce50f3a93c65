package dev.larder.testkit.hub;

/** What a request is for: the places at which a fault can happen. */
public enum Hop {
  /** A file's {@code /resolve/} address, whose answer is normally a redirect. */
  RESOLVE,
  /** The bytes of a file, from the CDN, the hub's cache, or at once. */
  CONTENT,
  /** What a repository holds, below {@code /api/models/}. */
  METADATA;

  /** What such requests are counted as, where the number of requests is limited. */
  String bucket() {
    return this == METADATA ? "api" : "resolvers";
  }
}
