package dev.larder.maven.report;

import java.util.List;

/**
 * A part of a page, as plain text.
 *
 * @param heading above it
 * @param paragraphs at its beginning
 * @param table behind them; without rows where there is nothing to show
 */
record Section(String heading, List<String> paragraphs, Table table) {

  Section {
    paragraphs = List.copyOf(paragraphs);
  }
}
