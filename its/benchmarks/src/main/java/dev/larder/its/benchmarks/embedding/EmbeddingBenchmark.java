package dev.larder.its.benchmarks.embedding;

import ai.onnxruntime.OrtException;
import dev.larder.testkit.tiny.BertModel;
import dev.larder.testkit.tiny.BertShape;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Larder against langchain4j on the same generated files of MiniLM's shape and the same texts: from
 * a JVM's start to the first vector, many texts at once, one text alone, and memory.
 */
final class EmbeddingBenchmark {

  private final int rounds;
  private final Path folder;

  private EmbeddingBenchmark(int rounds, Path folder) {
    this.rounds = rounds;
    this.folder = folder;
  }

  /**
   * Runs everything.
   *
   * @param arguments the number of rounds, and a folder with 1 GB of room
   */
  public static void main(String[] arguments) throws IOException, OrtException {
    Path folder = Path.of(arguments[1]).resolve("embedding").toAbsolutePath();
    EmbeddingBenchmark benchmark = new EmbeddingBenchmark(Integer.parseInt(arguments[0]), folder);
    BertModel model = BertModel.of(BertShape.miniLm());
    model.writeTo(folder.resolve("fp32"));
    Files.deleteIfExists(folder.resolve("fp32").resolve(BertModel.GGUF));
    model.writeQuantisedTo(folder.resolve("int8"));
    benchmark.compare("fp32", 1.5, MatrixPeak.ofFloats(folder));
    benchmark.compare("int8", 1.8, MatrixPeak.ofIntegers(folder));
  }

  private void compare(String name, double goal, double peak) throws IOException {
    System.out.printf(
        "%n%s; %s, %d cores, Java %s, load %.1f, %d rounds; medians%n%n",
        name,
        LocalDate.now(ZoneOffset.UTC),
        Runtime.getRuntime().availableProcessors(),
        Runtime.version().feature(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        rounds);
    System.out.println("| | langchain4j | Larder | times | goal | |\n|---|---|---|---|---|---|");
    Path model = folder.resolve(name);
    start(model);
    Figures mix = warm(model, goal);
    System.out.printf(
        "%nProducts of matrices run at %.0f Gop/s on all cores; Larder on the mix at %.2f of it,"
            + " langchain4j at %.2f%n",
        peak / 1e9,
        operationsPerSecond(mix, Library.LARDER) / peak,
        operationsPerSecond(mix, Library.LANGCHAIN4J) / peak);
  }

  private static double operationsPerSecond(Figures milliseconds, Library library) {
    return Work.MIX.operations() / (milliseconds.median(library) / 1e3);
  }

  /** Whole processes, of which only the first vector is wanted. */
  private void start(Path model) throws IOException {
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
  private Figures warm(Path model, double goal) throws IOException {
    Map<Work, Figures> figures = new EnumMap<>(Work.class);
    Figures memory = new Figures("peak memory at the end", "MB", 1);
    try (EmbeddingJvm theirs = EmbeddingJvm.start(Library.LANGCHAIN4J, model, folder);
        EmbeddingJvm ours = EmbeddingJvm.start(Library.LARDER, model, folder)) {
      requireSameVector(theirs.firstVector(), ours.firstVector());
      List<EmbeddingJvm> both = List.of(theirs, ours);
      for (Work work : Work.values()) {
        figures.put(work, measure(work, work.isAllAtOnce() ? goal : 1, both));
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

  /** Or the two would not have done the same work. */
  private static void requireSameVector(float[] expected, float[] actual) {
    double cosine = 0;
    for (int i = 0; i < expected.length; i++) {
      cosine += expected[i] * actual[i];
    }
    if (cosine < 0.9999) {
      throw new IllegalStateException("The vectors differ: their cosine is " + cosine);
    }
  }
}
