package dev.larder.testkit.hub;

/** Who sees a repository. */
enum Visibility {
  PUBLIC,
  PRIVATE,
  DISABLED
}
