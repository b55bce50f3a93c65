package dev.larder.core.catalog;

import java.util.Locale;

/** How many independent public sources state the digest of a variant's model file. */
public enum Attestation {
  NONE,
  SINGLE,
  MULTIPLE;

  /** The word that stands in catalogs. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
