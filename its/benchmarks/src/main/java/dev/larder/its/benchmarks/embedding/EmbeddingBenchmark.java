package dev.larder.its.benchmarks.embedding;

import ai.onnxruntime.OrtException;
import dev.larder.its.benchmarks.models.RealModels;
import dev.larder.its.benchmarks.wordnet.WordNet;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Larder against langchain4j on the same real files and the same real texts: from a JVM's start to
 * the first vector, many texts at once, one text alone, and memory.
 */
final class EmbeddingBenchmark {

  private final int rounds;
  private final Path folder;
  private final GlossTexts texts;
  private final RealModels store;

  private EmbeddingBenchmark(int rounds, Path folder, GlossTexts texts, RealModels store) {
    this.rounds = rounds;
    this.folder = folder;
    this.texts = texts;
    this.store = store;
  }

  /**
   * Runs everything.
   *
   * @param arguments the number of rounds, a folder with 1 GB of room, and WordNet's folder
   */
  public static void main(String[] arguments) throws IOException, OrtException {
    WordNet wordNet = WordNet.in(Path.of(arguments[2]));
    Path folder = Path.of(arguments[1]).resolve("embedding").toAbsolutePath();
    RealModels store = new RealModels(folder.resolve(EmbeddingJvm.STORE));
    GlossTexts texts = GlossTexts.of(wordNet, store);
    texts.writeTo(folder.resolve(EmbeddingJvm.TEXTS));
    EmbeddingBenchmark benchmark =
        new EmbeddingBenchmark(Integer.parseInt(arguments[0]), folder, texts, store);
    for (Form form : Form.values()) {
      benchmark.compare(form);
    }
  }

  private void compare(Form form) throws IOException, OrtException {
    double peak = form.peak(folder);
    System.out.printf(
        "%nMiniLM, %s; %s, %d cores, Java %s, load %.1f, %d rounds; medians%n%n",
        form.title(),
        LocalDate.now(ZoneOffset.UTC),
        Runtime.getRuntime().availableProcessors(),
        Runtime.version().feature(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        rounds);
    System.out.println("| | langchain4j | Larder | times | goal | |\n|---|---|---|---|---|---|");
    StoredModel model = StoredModel.of(store, form.model());
    start(model);
    Figures mix = warm(model, form);
    System.out.printf(
        "%nProducts of matrices run at %.0f Gop/s on all cores; Larder on the mix at %.2f of it,"
            + " langchain4j at %.2f%n",
        peak / 1e9,
        operationsPerSecond(mix, Library.LARDER) / peak,
        operationsPerSecond(mix, Library.LANGCHAIN4J) / peak);
  }

  private double operationsPerSecond(Figures milliseconds, Library library) {
    double operations = texts.of(Work.MIX).stream().mapToDouble(CountedText::operations).sum();
    return operations / (milliseconds.median(library) / 1e3);
  }

  /** Whole processes, of which only the first vector is wanted. */
  private void start(StoredModel model) throws IOException {
    Figures seconds = new Figures("JVM's start to the first vector", "s", 1 / 0.6);
    Figures memory = new Figures("peak memory then", "MB", 1);
    for (int round = 0; round <= rounds; round++) {
      for (Library library : Library.values()) {
        try (EmbeddingJvm jvm = EmbeddingJvm.start(library, model, folder)) {
          if (round > 0) {
            seconds.add(library, jvm.secondsToFirstVector());
            memory.add(library, jvm.peakMemory() / 1e6);
          }
        }
      }
    }
    System.out.println(seconds.row());
    System.out.println(memory.row());
  }

  /** One process each, which take turns. */
  private Figures warm(StoredModel model, Form form) throws IOException {
    Map<Work, Figures> figures = new EnumMap<>(Work.class);
    Figures memory = new Figures("peak memory at the end", "MB", 1);
    try (EmbeddingJvm theirs = EmbeddingJvm.start(Library.LANGCHAIN4J, model, folder);
        EmbeddingJvm ours = EmbeddingJvm.start(Library.LARDER, model, folder)) {
      form.requireSame(theirs.firstVector(), ours.firstVector());
      List<EmbeddingJvm> both = List.of(theirs, ours);
      for (Work work : Work.values()) {
        figures.put(work, measure(work, form.goal(work), both));
      }
      for (EmbeddingJvm jvm : both) {
        memory.add(jvm.library(), jvm.peakMemory() / 1e6);
      }
    }
    figures.values().forEach(figure -> System.out.println(figure.row()));
    System.out.println(memory.row());
    return Objects.requireNonNull(figures.get(Work.MIX));
  }

  /** A round does not count, for the compilers. */
  private Figures measure(Work work, double goal, List<EmbeddingJvm> both) throws IOException {
    Figures figures = new Figures(work.title(), "ms", goal);
    for (int round = 0; round <= rounds; round++) {
      for (EmbeddingJvm jvm : both) {
        double seconds = jvm.seconds(work);
        if (round > 0) {
          figures.add(jvm.library(), seconds * 1e3);
        }
      }
    }
    return figures;
  }
}
