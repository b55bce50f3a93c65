package dev.larder.core.gguf;

import java.util.Locale;
import java.util.Optional;

/**
 * What {@code pooling_type} says: how one vector is made of a text's token vectors. In the order of
 * llama.cpp's {@code enum llama_pooling_type}.
 */
public enum GgufPooling {
  NONE,
  MEAN,
  /** The vector of the first token. */
  CLS,
  /** The vector of the last token. */
  LAST,
  /** A score instead of a vector. */
  RANK;

  /** The word for scripts. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<GgufPooling> of(long number) {
    return number >= 0 && number < values().length
        ? Optional.of(values()[(int) number])
        : Optional.empty();
  }
}
