package dev.larder.maven.report;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A table of text.
 *
 * @param headings of the columns
 * @param rows with a cell for each column
 */
record Table(List<String> headings, List<List<String>> rows) {

  /** Where a text may be broken. */
  static final String BREAK = "/";

  private static final Pattern BEHIND_BREAK = Pattern.compile("(?<=" + BREAK + ")");

  Table {
    headings = List.copyOf(headings);
    rows = List.copyOf(rows);
  }

  /**
   * A cell's text in parts. Addresses are long; without a place to break they make the table wider
   * than the page.
   */
  static List<String> breakable(String text) {
    return List.of(BEHIND_BREAK.split(text));
  }
}
