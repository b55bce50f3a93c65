package dev.larder.core.catalog;

import java.util.Locale;

/**
 * How many independent public sources state the digests of a variant's files: of the digest that is
 * stated least often.
 */
public enum Attestation {
  /** No source states a digest of the model file. */
  NONE,
  /** One source. */
  SINGLE,
  /** Two or more. */
  MULTIPLE,
  /** The bytes themselves: a published artifact holds them, and they were hashed. */
  BYTES,
  /** The code that defines the model, where anybody does; it is not one of the catalog's. */
  OWN;

  /** The word that stands in catalogs. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
