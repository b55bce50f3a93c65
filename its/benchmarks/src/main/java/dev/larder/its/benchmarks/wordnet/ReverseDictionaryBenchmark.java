package dev.larder.its.benchmarks.wordnet;

import dev.larder.api.TextRole;
import dev.larder.its.benchmarks.models.RealModel;
import dev.larder.its.benchmarks.models.RealModels;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * What quantising, fusing and cutting cost in quality: how often a definition of WordNet finds the
 * word that it defines, with the same questions and words for all.
 */
final class ReverseDictionaryBenchmark {

  /** How many texts are handed over at once. */
  private static final int PORTION = 1_000;

  private static final String ALL = "all";

  private final ReverseDictionary task;
  private final RealModels store;

  private ReverseDictionaryBenchmark(ReverseDictionary task, RealModels store) {
    this.task = task;
    this.store = store;
  }

  /**
   * Prints a table.
   *
   * @param arguments WordNet's folder, a folder with 1 GB of room, the number of definitions and
   *     that of lemmas, or {@code all}
   */
  public static void main(String[] arguments) throws IOException {
    WordNet wordNet = WordNet.in(Path.of(arguments[0]));
    RealModels store = new RealModels(Path.of(arguments[1]).resolve("larder"));
    ReverseDictionary task =
        ReverseDictionary.of(wordNet, number(arguments[2]), number(arguments[3]));
    System.out.printf(
        "%n%d of %d definitions, %d lemmas; %s, %d cores, Java %s, load %.1f%n%n",
        task.questions().size(),
        wordNet.synsets().size(),
        task.lemmas().size(),
        LocalDate.now(ZoneOffset.UTC),
        Runtime.getRuntime().availableProcessors(),
        Runtime.version().feature(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    new ReverseDictionaryBenchmark(task, store).run();
    // langchain4j would keep the process alive.
    System.exit(0);
  }

  private static int number(String argument) {
    return argument.equals(ALL) ? Integer.MAX_VALUE : Integer.parseInt(argument);
  }

  private void run() {
    System.out.println("| | recall@1 | recall@10 | texts/s |\n|---|---|---|---|");
    List<Integer> shorter = List.of(256, 128, 64);
    measure(LarderContestant.of(store, RealModel.MINILM_FP32), shorter);
    measure(LangChainContestant.of(store, RealModel.MINILM_FP32), List.of());
    measure(LarderContestant.of(store, RealModel.MINILM_INT8), shorter);
    measure(LangChainContestant.of(store, RealModel.MINILM_INT8), List.of());
    measure(LarderContestant.of(store, RealModel.BGE_SMALL_INT8), List.of());
    measure(LarderContestant.of(store, RealModel.E5_SMALL_INT8), List.of());
  }

  /**
   * @param shorter how many dimensions are left, where they are cut here: the catalog lets nobody
   *     cut a model that was not trained for it
   */
  private void measure(Contestant contestant, List<Integer> shorter) {
    try (contestant) {
      // The session, and the compilers.
      contestant.embed(task.definitions().stream().limit(PORTION).toList(), TextRole.QUERY);
      long start = System.nanoTime();
      UnitVectors lemmas = embed(contestant, task.lemmas(), TextRole.DOCUMENT);
      UnitVectors definitions = embed(contestant, task.definitions(), TextRole.QUERY);
      double seconds = (System.nanoTime() - start) / 1e9;
      double speed = (lemmas.size() + definitions.size()) / seconds;
      print(contestant.name(), lemmas, definitions, "%.0f".formatted(speed));
      for (int dimensions : shorter) {
        print(
            "%s, the first %d dimensions".formatted(contestant.name(), dimensions),
            lemmas.cut(dimensions),
            definitions.cut(dimensions),
            "");
      }
    }
  }

  private static UnitVectors embed(Contestant contestant, List<String> texts, TextRole role) {
    List<float[]> vectors = new ArrayList<>();
    for (int i = 0; i < texts.size(); i += PORTION) {
      vectors.addAll(contestant.embed(texts.subList(i, Math.min(texts.size(), i + PORTION)), role));
    }
    return UnitVectors.of(vectors);
  }

  private void print(String name, UnitVectors lemmas, UnitVectors definitions, String speed) {
    Recall recall = new ExactSearch(lemmas).ask(task.questions(), definitions);
    System.out.printf(
        "| %s | %.1f %% | %.1f %% | %s |%n", name, 100 * recall.at(1), 100 * recall.at(10), speed);
  }
}
