package dev.larder.core.lock;

import java.util.Locale;

/** Which of a project's code needs a model. */
public enum Scope {
  /** What is packed and run, and the tests perhaps too. */
  APPLICATION,
  /** Its tests alone. */
  TEST;

  /** The word that stands in a lock. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
