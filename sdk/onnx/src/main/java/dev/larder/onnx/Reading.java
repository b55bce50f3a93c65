package dev.larder.onnx;

import dev.larder.core.engine.TextWindow;
import java.util.List;

/**
 * How a text is read.
 *
 * @param parts what is run: none for a text without a token, one for most, several for one that is
 *     read in windows
 * @param windows which of the text's tokens each part has
 * @param tokens how many of the text's tokens are read
 * @param truncated how many are not
 */
record Reading(List<Tokens> parts, List<TextWindow> windows, int tokens, int truncated) {

  Reading {
    parts = List.copyOf(parts);
    windows = List.copyOf(windows);
  }

  /** A text that is read at once, as far as it is not cut off. */
  static Reading atOnce(Tokens part, int truncated) {
    int tokens = part.length();
    return tokens == 0
        ? new Reading(List.of(), List.of(), 0, truncated)
        : new Reading(List.of(part), List.of(new TextWindow(0, tokens)), tokens, truncated);
  }
}
