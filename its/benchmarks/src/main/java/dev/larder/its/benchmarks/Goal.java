package dev.larder.its.benchmarks;

/**
 * What a contestant should reach.
 *
 * @param timesAsFast the least quotient of the rival's median time and the contestant's
 */
record Goal(String contestant, String rival, double timesAsFast) {

  /** One line of a report. */
  String judge(Results results) {
    double reached = results.medianSeconds(rival) / results.medianSeconds(contestant);
    return "%s: %.2f times as fast as %s; goal %.2f: %s"
        .formatted(
            contestant, reached, rival, timesAsFast, reached >= timesAsFast ? "met" : "missed");
  }
}
