package dev.larder.llama.worker;

import java.util.List;

/**
 * Looks for strings in an answer that comes in pieces. What may be the beginning of one is held
 * back. llama.cpp would do it too, but java-llama.cpp does not tell that it did.
 */
final class StopStrings {

  private final List<String> strings;
  private String held = "";
  private boolean found;

  StopStrings(List<String> strings) {
    this.strings = List.copyOf(strings);
  }

  /** The text that can be handed on, after another piece. */
  String after(String piece) {
    held += piece;
    int stop = strings.stream().mapToInt(held::indexOf).filter(i -> i >= 0).min().orElse(-1);
    found |= stop >= 0;
    return release(found ? stop : held.length() - possibleBeginning());
  }

  /** Whether a string came up, before which the answer ends. */
  boolean found() {
    return found;
  }

  /** What was held back and turned out to be no such string. */
  String rest() {
    return found ? "" : release(held.length());
  }

  private String release(int length) {
    String text = held.substring(0, length);
    held = held.substring(length);
    return text;
  }

  /** How long the longest end of the text is that some string begins with. */
  private int possibleBeginning() {
    int longest = 0;
    for (String string : strings) {
      for (int length = Math.min(string.length() - 1, held.length()); length > longest; length--) {
        if (held.endsWith(string.substring(0, length))) {
          longest = length;
        }
      }
    }
    return longest;
  }
}
