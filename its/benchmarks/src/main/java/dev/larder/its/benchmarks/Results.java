package dev.larder.its.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What every contestant of a race needed.
 *
 * @param runs by contestant, in the order of the race
 */
record Results(Map<String, List<Measurement>> runs) {

  double medianSeconds(String contestant) {
    double[] seconds = seconds(contestant);
    int middle = seconds.length / 2;
    return seconds.length % 2 == 1 ? seconds[middle] : (seconds[middle - 1] + seconds[middle]) / 2;
  }

  /** A table in Markdown. */
  String table() {
    StringBuilder table =
        new StringBuilder("| | median s | from | to | peak MB |\n|---|---|---|---|---|\n");
    for (String contestant : runs.keySet()) {
      double[] seconds = seconds(contestant);
      double median = medianSeconds(contestant);
      table.append(
          "| %s | %.2f | %.2f | %.2f | %s |%n"
              .formatted(
                  contestant,
                  median,
                  seconds[0],
                  seconds[seconds.length - 1],
                  peakMegabytes(contestant)));
    }
    return table.toString();
  }

  private String peakMegabytes(String contestant) {
    long peak = of(contestant).stream().mapToLong(Measurement::peakMemory).max().orElseThrow();
    return peak == 0 ? "" : "%.0f".formatted(peak / 1e6);
  }

  private double[] seconds(String contestant) {
    return of(contestant).stream().mapToDouble(Measurement::seconds).sorted().toArray();
  }

  private List<Measurement> of(String contestant) {
    return Objects.requireNonNull(runs.get(contestant), contestant);
  }
}
