package dev.larder.core.catalog;

import java.util.Locale;

/** How one vector is made of a text's token vectors. */
public enum Pooling {
  /** The mean over all tokens that are not padding. */
  MEAN,
  /** The vector of the first token. */
  CLS,
  /** The vector of the last token that is not padding. */
  LAST,
  /** The graph pools by itself, in an output named {@code sentence_embedding}. */
  IN_GRAPH,
  /** The model gives no vectors. */
  NONE;

  /** The word that stands in catalogs. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
