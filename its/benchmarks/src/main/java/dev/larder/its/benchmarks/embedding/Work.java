package dev.larder.its.benchmarks.embedding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What is timed. */
enum Work {
  /** What an application meets: queries, sentences and a few passages, in no order. */
  MIX(
      "200 texts, mixed",
      new Portion(100, 5, 12),
      new Portion(60, 20, 40),
      new Portion(40, 60, 120)),
  /** Queries and sentences. */
  SHORT("800 short texts", new Portion(400, 5, 12), new Portion(400, 20, 40)),
  ALONE_8("8 tokens alone", new Portion(200, 8, 8)),
  ALONE_32("32 tokens alone", new Portion(100, 32, 32)),
  /** There are not many glosses so long. */
  ALONE_120("100 to 120 tokens alone", new Portion(20, 100, 120));

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of records
  private final List<Portion> portions;

  Work(String title, Portion... portions) {
    this.title = title;
    this.portions = List.of(portions);
  }

  String title() {
    return title;
  }

  List<Portion> portions() {
    return portions;
  }

  boolean isAllAtOnce() {
    return this == MIX || this == SHORT;
  }

  /** Where its texts stand, one a line. */
  Path file(Path folder) {
    return folder.resolve(name() + ".txt");
  }

  /** How long it takes: all texts at once, or the median of one after the other. */
  double seconds(Embedder embedder, Path folder) throws IOException {
    List<String> all = Files.readAllLines(file(folder));
    if (isAllAtOnce()) {
      long start = System.nanoTime();
      embedder.embedAll(all);
      return (System.nanoTime() - start) / 1e9;
    }
    double[] seconds =
        all.stream()
            .mapToDouble(
                text -> {
                  long start = System.nanoTime();
                  embedder.embed(text);
                  return (System.nanoTime() - start) / 1e9;
                })
            .toArray();
    Arrays.sort(seconds);
    return seconds[seconds.length / 2];
  }
}
