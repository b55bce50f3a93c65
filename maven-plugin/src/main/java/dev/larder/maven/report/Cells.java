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
      sink.text(cell);
      sink.tableCell_();
    }
    sink.tableRow_();
  }

  void end() {
    sink.tableRows_();
    sink.table_();
  }
}
