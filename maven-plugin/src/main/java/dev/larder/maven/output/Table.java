package dev.larder.maven.output;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in aligned columns. */
public final class Table {

  private static final String GAP = "  ";

  private final List<List<String>> rows = new ArrayList<>();

  /** Adds a row; the first one is the heading. */
  public Table row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  /** The rows, without white space at the end of a line. */
  public List<String> lines() {
    return rows.stream().map(this::line).toList();
  }

  private String line(List<String> row) {
    StringBuilder line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      line.append(row.get(column));
      line.append(" ".repeat(width(column) - row.get(column).length())).append(GAP);
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    return rows.stream()
        .filter(row -> column < row.size())
        .mapToInt(row -> row.get(column).length())
        .max()
        .orElse(0);
  }
}
