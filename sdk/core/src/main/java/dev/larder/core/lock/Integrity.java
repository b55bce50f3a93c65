package dev.larder.core.lock;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Who vouched for the digests of a model when it was locked. */
public enum Integrity {
  /** Larder's catalog. */
  CATALOG,
  /** The hub's own metadata, at the first fetch. */
  HUB;

  /** The word that stands in a lock. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Integrity> ofWord(String word) {
    return Arrays.stream(values()).filter(value -> value.word().equals(word)).findFirst();
  }
}
