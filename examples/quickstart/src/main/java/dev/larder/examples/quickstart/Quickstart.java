package dev.larder.examples.quickstart;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.ModelInfo;
import dev.larder.core.Models;
import dev.larder.guice.ModelsModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Searches a few sentences and says with which model. */
public final class Quickstart {

  private static final List<String> QUERIES =
      List.of(
          "how long does bread dough have to rise?",
          "train to the mountains",
          "the server runs out of memory");

  private Quickstart() {}

  public static void main(String[] arguments) throws IOException {
    long start = System.nanoTime();
    // snippet: guice
    Injector injector = Guice.createInjector(new ModelsModule());
    try (Models models = injector.getInstance(Models.class)) {
      SentenceSearch search = injector.getInstance(SentenceSearch.class);
      // end of snippet
      describe(models.embedding("tiny"));
      List<String> sentences = sentences();
      search.add(sentences);
      System.out.printf(
          "%d sentences embedded, %d ms after the start%n", sentences.size(), millis(start));

      for (String query : QUERIES) {
        System.out.printf("%n%s%n", query);
        search
            .search(query, 3)
            .forEach(hit -> System.out.printf("  %.2f  %s%n", hit.score(), hit.sentence()));
      }
    }
    System.out.printf("%nDone in %d ms%n%n", millis(start));
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
