package dev.larder.its.benchmarks.embedding;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** What is timed. */
enum Work {
  MIX("100 texts, mixed", Texts::mix),
  SHORT("300 short texts", Texts::shortOnes),
  ALONE_8("8 tokens alone", texts -> texts.some(200, 8, 8)),
  ALONE_32("32 tokens alone", texts -> texts.some(100, 32, 32)),
  ALONE_128("128 tokens alone", texts -> texts.some(50, 128, 128)),
  ALONE_500("500 tokens alone", texts -> texts.some(20, 500, 500));

  private final String title;

  @SuppressWarnings("ImmutableEnumChecker") // method references
  private final Function<Texts, List<String>> texts;

  Work(String title, Function<Texts, List<String>> texts) {
    this.title = title;
    this.texts = texts;
  }

  String title() {
    return title;
  }

  boolean isAllAtOnce() {
    return this == MIX || this == SHORT;
  }

  List<String> texts() {
    return texts.apply(new Texts());
  }

  /** How long it takes: all texts at once, or the median of one after the other. */
  double seconds(Embedder embedder) {
    List<String> all = texts();
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

  /** The arithmetic of MiniLM's shape, in operations: linear layers, and attention. */
  double operations() {
    return texts().stream()
        .mapToInt(Texts::tokens)
        .mapToDouble(n -> n * (21.2e6 + 9.2e3 * n))
        .sum();
  }
}
