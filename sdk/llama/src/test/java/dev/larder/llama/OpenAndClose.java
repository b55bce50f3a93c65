package dev.larder.llama;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.TextRole;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An application that opens an engine, uses and closes it, again and again. */
final class OpenAndClose {

  private OpenAndClose() {}

  /**
   * Prints how much memory the process has after some cycles, in KiB, and again after each further
   * stretch of as many.
   *
   * @param arguments a folder for the model, how many stretches, and of how many cycles
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    TestModel model = TestModel.tiny(Path.of(arguments[0]));
    int stretches = Integer.parseInt(arguments[1]);
    int cycles = Integer.parseInt(arguments[2]);
    for (int stretch = 0; stretch <= stretches; stretch++) {
      cycles(model, cycles);
      System.out.printf("%d KiB%n", memory());
    }
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

  /** What is resident, and what lives in the heap besides: the heap itself is always resident. */
  private static long memory() throws IOException, InterruptedException {
    // What was mapped to read a file's header goes with the garbage.
    System.gc();
    TimeUnit.MILLISECONDS.sleep(200);
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    return resident() + heap / 1024;
  }

  private static long resident() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElseThrow();
  }
}
