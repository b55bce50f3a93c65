package dev.larder.onnx;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.TextRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An application that opens an engine, uses and closes it, again and again. */
final class OpenAndClose {

  private OpenAndClose() {}

  /**
   * Prints by how many MiB the process grew in each stretch of cycles, the first one left out.
   *
   * @param arguments a folder for the model, how many stretches, and of how many cycles
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    TestModel model = TestModel.tiny(Path.of(arguments[0]));
    int stretches = Integer.parseInt(arguments[1]);
    int cycles = Integer.parseInt(arguments[2]);
    stretch(model, cycles);
    long before = residentMebibytes();
    for (int i = 0; i < stretches; i++) {
      stretch(model, cycles);
      long after = residentMebibytes();
      System.out.println("grown by " + (after - before));
      before = after;
    }
  }

  private static void stretch(TestModel model, int cycles) {
    for (int i = 0; i < cycles; i++) {
      cycle(model);
    }
  }

  private static void cycle(TestModel model) {
    try (EmbeddingEngine engine = model.open()) {
      engine.embedAll(OnnxEmbeddingEngineTest.manyTexts(), TextRole.DOCUMENT);
    }
  }

  /** What runs read and write lies in direct buffers, which go when their objects are collected. */
  private static long residentMebibytes() throws IOException, InterruptedException {
    System.gc();
    Thread.sleep(500);
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmRSS:"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .findFirst()
            .orElseThrow()
        / 1024;
  }
}
