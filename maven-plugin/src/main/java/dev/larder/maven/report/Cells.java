package dev.larder.maven.report;

import org.apache.maven.doxia.sink.Sink;

/** A table of text. */
record Cells(Sink sink) {

  void start(String... headings) {
    sink.table();
    sink.tableRows(null, false);
    sink.tableRow();
    for (String heading : headings) {
      sink.tableHeaderCell();
      sink.text(heading);
      sink.tableHeaderCell_();
    }
    sink.tableRow_();
  }

  void row(String... cells) {
    sink.tableRow();
    for (String cell : cells) {
      sink.tableCell();
      writeBreakable(cell);
      sink.tableCell_();
    }
    sink.tableRow_();
  }

  /** Addresses are long; without a place to break they make the table wider than the page. */
  private void writeBreakable(String text) {
    String rest = text;
    for (int slash = rest.indexOf('/'); slash >= 0; slash = rest.indexOf('/')) {
      sink.text(rest.substring(0, slash + 1));
      sink.lineBreakOpportunity();
      rest = rest.substring(slash + 1);
    }
    sink.text(rest);
  }

  void end() {
    sink.tableRows_();
    sink.table_();
  }
}
