package dev.larder.its.benchmarks.embedding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** An {@link EmbeddingProcess}, seen from outside. */
final class EmbeddingJvm implements AutoCloseable {

  /** The folders for the store and for the texts. */
  static final String STORE = "larder";

  static final String TEXTS = "texts";

  private static final String HEAP = "-Xmx256m";

  private final Library library;
  private final Process process;
  private final Writer works;
  private final BufferedReader answers;
  private final float[] firstVector;
  private final double secondsToFirstVector;

  private EmbeddingJvm(Library library, Process process, long start) throws IOException {
    this.library = library;
    this.process = process;
    this.works = process.outputWriter(StandardCharsets.UTF_8);
    this.answers = process.inputReader(StandardCharsets.UTF_8);
    this.firstVector = vector(answer());
    this.secondsToFirstVector = (System.nanoTime() - start) / 1e9;
  }

  /**
   * Starts one, and waits for its first vector.
   *
   * @param folder where texts and models lie, and where the libraries may keep what they want to
   *     find again
   */
  static EmbeddingJvm start(Library library, StoredModel model, Path folder) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-Dmodels.dir=" + folder.resolve(STORE),
                "-classpath",
                System.getProperty("java.class.path"),
                EmbeddingProcess.class.getName(),
                library.name(),
                model.selector(),
                model.network().toString(),
                model.tokenizer().toString(),
                folder.resolve(TEXTS).toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("DJL_CACHE_DIR", folder.resolve("djl").toString());
    builder.environment().put("RUST_FLAVOR", "cpu");
    // Otherwise the tokenizers report over the network that they are used.
    builder.environment().put("OPT_OUT_TRACKING", "true");
    long start = System.nanoTime();
    return new EmbeddingJvm(library, builder.start(), start);
  }

  Library library() {
    return library;
  }

  float[] firstVector() {
    return firstVector;
  }

  double secondsToFirstVector() {
    return secondsToFirstVector;
  }

  double seconds(Work work) throws IOException {
    works.write(work + "\n");
    works.flush();
    return Double.parseDouble(answer());
  }

  private String answer() throws IOException {
    String answer = answers.readLine();
    if (answer == null) {
      throw new IOException("the process has ended");
    }
    return answer;
  }

  private static float[] vector(String text) {
    List<Float> numbers =
        Stream.of(text.replaceAll("[\\[\\]]", "").split(",\\s*")).map(Float::valueOf).toList();
    float[] vector = new float[numbers.size()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = numbers.get(i);
    }
    return vector;
  }

  /** The most memory that was resident so far, in bytes. */
  long peakMemory() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() throws IOException {
    works.close();
    process.onExit().join();
  }
}
