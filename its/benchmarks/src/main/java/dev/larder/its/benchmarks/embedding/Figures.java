package dev.larder.its.benchmarks.embedding;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One quantity, measured of both libraries in turns. */
final class Figures {

  private final String title;
  private final String unit;
  private final double goal;
  private final Map<Library, List<Double>> runs = new EnumMap<>(Library.class);

  /**
   * @param title what is measured; less of it is better
   * @param goal how many times as much langchain4j should need at the least
   */
  Figures(String title, String unit, double goal) {
    this.title = title;
    this.unit = unit;
    this.goal = goal;
  }

  void add(Library library, double figure) {
    runs.computeIfAbsent(library, key -> new ArrayList<>()).add(figure);
  }

  double median(Library library) {
    List<Double> sorted = runs.getOrDefault(library, List.of()).stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  /** A row of a table in Markdown. */
  String row() {
    double ratio = median(Library.LANGCHAIN4J) / median(Library.LARDER);
    return "| %s, %s | %.2f | %.2f | %.2f | %.2f | %s |"
        .formatted(
            title,
            unit,
            median(Library.LANGCHAIN4J),
            median(Library.LARDER),
            ratio,
            goal,
            ratio >= goal ? "met" : "missed");
  }
}
