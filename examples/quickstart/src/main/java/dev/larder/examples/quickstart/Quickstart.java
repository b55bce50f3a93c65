package dev.larder.examples.quickstart;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.ModelInfo;
import dev.larder.api.TextRole;
import dev.larder.core.Models;
import dev.larder.guice.ModelsModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Searches a few sentences and says with which model. */
public final class Quickstart {

  /** Of words that no sentence has: what is found is found by its meaning. */
  private static final List<String> QUERIES =
      List.of(
          "baking a loaf",
          "how do I travel overnight by rail?",
          "our machine crashed",
          "borrowing for a home");

  private Quickstart() {}

  public static void main(String[] arguments) throws IOException {
    long start = System.nanoTime();
    // snippet: guice
    Injector injector = Guice.createInjector(new ModelsModule());
    try (Models models = injector.getInstance(Models.class)) {
      SentenceSearch search = injector.getInstance(SentenceSearch.class);
      // end of snippet
      EmbeddingEngine engine = models.embedding("minilm:onnx-int8");
      describe(engine);
      List<String> sentences = sentences();
      search.add(sentences);
      System.out.printf(
          "%d sentences embedded, %d ms after the start%n", sentences.size(), millis(start));
      System.out.printf("%.0f sentences a second%n", rate(engine, sentences));

      for (String query : QUERIES) {
        System.out.printf("%n%s%n", query);
        search
            .search(query, 3)
            .forEach(hit -> System.out.printf("  %.2f  %s%n", hit.score(), hit.sentence()));
      }
    }
    System.out.printf("%nDone in %d ms%s%n%n", millis(start), memory());
  }

  /** Once more, now that everything is loaded. */
  private static double rate(EmbeddingEngine engine, List<String> sentences) {
    long start = System.nanoTime();
    engine.embedAll(sentences, TextRole.DOCUMENT);
    return sentences.size() * 1e9 / (System.nanoTime() - start);
  }

  /** What the process took at its peak, network and JVM together; only Linux says that. */
  private static String memory() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return "";
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .map(kibibytes -> ", with at most %d MB of memory".formatted(kibibytes * 1024 / 1_000_000))
        .findFirst()
        .orElse("");
  }

  private static void describe(EmbeddingEngine engine) {
    ModelInfo model = engine.model();
    System.out.printf("%n");
    System.out.printf(
        "Model    %s (%s), %d dimensions%n", model.name(), model.variant(), engine.dimensions());
    System.out.printf("Licence  %s%n", model.licence());
    System.out.printf("From     %s%n", model.source());
    System.out.printf("SHA-256  %s%n", model.sha256());
    System.out.printf("%n");
  }

  private static List<String> sentences() throws IOException {
    try (InputStream input = Quickstart.class.getResourceAsStream("/sentences.txt")) {
      if (input == null) {
        throw new IOException("sentences.txt is not on the class path");
      }
      return new String(input.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  private static long millis(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }
}
