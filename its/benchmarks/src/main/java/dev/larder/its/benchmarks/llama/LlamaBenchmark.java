package dev.larder.its.benchmarks.llama;

import dev.larder.core.catalog.FileRole;
import dev.larder.core.engine.InstalledModel;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * What a process of its own costs: the same file, the same texts, the same number of threads, in
 * turns, with java-llama.cpp in this process and with Larder's worker.
 */
final class LlamaBenchmark {

  private static final String WORDS =
      "the small green boat lies in the harbour and waits for wind ";

  /** From a few words to more than a hundred tokens. */
  private static final List<String> MIX =
      IntStream.range(0, 96).mapToObj(i -> WORDS.repeat(1 + i % 8) + i).toList();

  private static final List<String> SHORT =
      IntStream.range(0, 64).mapToObj(i -> "small boat " + i).toList();

  private final Map<String, List<Double>> runs = new LinkedHashMap<>();

  private LlamaBenchmark() {}

  /**
   * Runs everything.
   *
   * @param arguments the number of rounds, and a folder with 150 MB of room
   */
  public static void main(String[] arguments) throws IOException {
    int rounds = Integer.parseInt(arguments[0]);
    InstalledModel model = LarderLlama.generate(Path.of(arguments[1]).resolve("llama"));
    LlamaBenchmark benchmark = new LlamaBenchmark();
    System.out.printf(
        "%d cores, Java %s, load %.1f, %d rounds; medians, ms%n",
        Runtime.getRuntime().availableProcessors(),
        Runtime.version().feature(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        rounds);
    try (Vectors bare = BareLlama.open(model.file(FileRole.MODEL))) {
      for (int round = 0; round < rounds; round++) {
        benchmark.start(model);
      }
      try (LarderLlama larder = LarderLlama.open(model)) {
        requireSame(bare.of(WORDS), larder.of(WORDS));
        for (int round = 0; round <= rounds; round++) {
          benchmark.round(List.of(bare, larder), round);
          benchmark.roundTrips(larder);
        }
      }
    }
    benchmark.report();
    // java-llama.cpp would keep the process alive.
    System.exit(0);
  }

  private void start(InstalledModel model) {
    long start = System.nanoTime();
    try (Vectors larder = LarderLlama.open(model)) {
      larder.of(WORDS);
    }
    add("start to first vector, Larder", start, 1);
  }

  /** The first round does not count, for the compilers. */
  private void round(List<Vectors> both, int round) {
    for (Vectors vectors : both) {
      long start = System.nanoTime();
      vectors.of(MIX);
      long singly = System.nanoTime();
      SHORT.forEach(vectors::of);
      if (round > 0) {
        runs.computeIfAbsent("a text of many, " + vectors.name(), key -> new ArrayList<>())
            .add((singly - start) / 1e6 / MIX.size());
        add("a text alone, " + vectors.name(), singly, SHORT.size());
      }
    }
  }

  private void roundTrips(LarderLlama larder) {
    long start = System.nanoTime();
    SHORT.forEach(larder::ask);
    add("to the worker and back, without a vector", start, SHORT.size());
  }

  private void add(String what, long start, int texts) {
    runs.computeIfAbsent(what, key -> new ArrayList<>())
        .add((System.nanoTime() - start) / 1e6 / texts);
  }

  private double median(String what) {
    List<Double> sorted = Objects.requireNonNull(runs.get(what), what).stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private void report() {
    runs.keySet().forEach(what -> System.out.printf("| %s | %.3f |%n", what, median(what)));
    double throughput = median("a text of many, java-llama.cpp") / median("a text of many, Larder");
    double overhead = median("a text alone, Larder") - median("a text alone, java-llama.cpp");
    System.out.printf(
        "Throughput %.2f of java-llama.cpp's; goal 0.95: %s%n",
        throughput, throughput >= 0.95 ? "reached" : "missed");
    System.out.printf(
        "A text alone takes %.2f ms more; goal less than 1: %s%n",
        overhead, overhead < 1 ? "reached" : "missed");
  }

  /** Or the two would not have done the same work. */
  private static void requireSame(float[] expected, float[] actual) {
    double cosine = 0;
    for (int i = 0; i < expected.length; i++) {
      cosine += expected[i] * actual[i];
    }
    if (cosine < 0.9999) {
      throw new IllegalStateException("The vectors differ: their cosine is " + cosine);
    }
  }
}
