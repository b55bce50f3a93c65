package dev.larder.maven.overview;

import java.util.Locale;

/** Whether a project has what it needs. */
enum ProjectState {
  /** Everything that it locks is there. */
  COMPLETE,
  /** Some of it is not. */
  INCOMPLETE,
  /** Its lock is gone: it was moved or deleted, or uses no models any more. */
  GONE,
  /** Its lock cannot be understood. */
  UNREADABLE;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
