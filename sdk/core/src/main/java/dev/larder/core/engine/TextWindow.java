package dev.larder.core.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a text that is longer than a model reads.
 *
 * @param from the first token, special tokens and prefix not counted
 * @param to the token behind the last
 */
public record TextWindow(int from, int to) {

  /** The part of a window that the next one has, too: what a cut tears apart is whole in one. */
  private static final int OVERLAP = 8;

  /**
   * Covers a text, in order. Each window but the last is full, and an eighth of it is in the next.
   *
   * @param tokens how many tokens the text has, at least 1
   * @param room how many go into a window, at least 1
   */
  public static List<TextWindow> of(int tokens, int room) {
    int step = room - room / OVERLAP;
    List<TextWindow> windows = new ArrayList<>();
    int from = 0;
    while (from + room < tokens) {
      windows.add(new TextWindow(from, from + room));
      from += step;
    }
    windows.add(new TextWindow(from, tokens));
    return windows;
  }

  /** How many tokens it has. */
  public int length() {
    return to - from;
  }
}
