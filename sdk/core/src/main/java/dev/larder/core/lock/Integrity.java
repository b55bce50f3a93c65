package dev.larder.core.lock;

import java.util.Locale;

/** Who vouched for the digests of a model when it was locked. */
public enum Integrity {
  /** Larder's catalog. */
  CATALOG,
  /** The project's own definition: by stating them, or by naming a released artifact. */
  DEFINITION,
  /** The hub's own metadata, at the first fetch. */
  HUB,
  /** Nobody: a store has the files, and nothing else knows them. */
  NONE;

  /** The word that stands in a lock. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
