package dev.larder.llama;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.TextRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An application that opens an engine, uses and closes it, again and again. */
final class OpenAndClose {

  static final String GREW = "grew by %.1f %% of %d KiB%n";

  private OpenAndClose() {}

  /**
   * Prints how much memory the process has more at the end than after the first cycles.
   *
   * @param arguments a folder for the model, how many cycles come first, and how many then
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    TestModel model = TestModel.tiny(Path.of(arguments[0]));
    cycles(model, Integer.parseInt(arguments[1]));
    long before = resident();
    cycles(model, Integer.parseInt(arguments[2]));
    System.out.printf(GREW, 100.0 * (resident() - before) / before, before);
    if (!Workers.ofThisProcess().isEmpty()) {
      throw new IllegalStateException("a worker is left");
    }
  }

  private static void cycles(TestModel model, int count) {
    for (int i = 0; i < count; i++) {
      try (EmbeddingEngine engine = model.embedding()) {
        engine.embedAll(List.of("boat", "harbour"), TextRole.DOCUMENT);
      }
    }
  }

  private static long resident() throws IOException, InterruptedException {
    // What was mapped to read a file's header goes with the garbage.
    System.gc();
    TimeUnit.MILLISECONDS.sleep(200);
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
