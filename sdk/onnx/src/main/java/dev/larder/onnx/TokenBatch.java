package dev.larder.onnx;

import java.util.List;

/**
 * Texts that are run together: a matrix with a row for each text, as wide as the longest.
 *
 * @param rows the texts, at least one, none without a token
 */
record TokenBatch(List<Tokens> rows) {

  TokenBatch {
    rows = List.copyOf(rows);
  }

  /** How many tokens the longest text has. */
  int width() {
    return rows.stream().mapToInt(Tokens::length).max().orElse(0);
  }
}
