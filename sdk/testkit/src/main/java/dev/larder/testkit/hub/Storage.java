package dev.larder.testkit.hub;

/** How the hub keeps a file, and so how it names the content. */
enum Storage {
  /** In the git repository, named by its git blob SHA-1, served by the hub itself. */
  GIT,
  /** Beside it, named by its SHA-256, served by the CDN. */
  LFS
}
