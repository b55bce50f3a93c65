package dev.larder.examples.projections;

import com.google.inject.Guice;
import com.google.inject.Injector;
import dev.larder.api.EmbeddingEngine;
import dev.larder.core.Models;
import dev.larder.guice.ModelsModule;
import dev.larder.projections.Figures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Shows what a projection brings to a search in Apache Lucene. */
public final class ProjectionsExample {

  private static final int SHOWN = 4;

  private ProjectionsExample() {}

  /**
   * Learns, and searches with and without what was learned.
   *
   * @param arguments a folder for recipe, examples and projection
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length != 1) {
      throw new IllegalArgumentException("give a folder for recipe, examples and projection");
    }
    Experiment experiment = new Experiment(Path.of(arguments[0]));
    Injector injector =
        Guice.createInjector(new ModelsModule(), new SemanticModule(experiment.folder()));
    try (Models models = injector.getInstance(Models.class)) {
      EmbeddingEngine tiny = models.embedding("tiny");
      Figures figures = experiment.learn(tiny, recipe(), new PrintedProgress()).figures();
      System.out.printf(
          "%n%d pairs of texts, of which %d were held out; the best epoch was %d%n",
          figures.examples(), figures.heldOut(), figures.epochs());
      EmbeddingEngine semantic = injector.getInstance(TopicSearch.class).engine();
      System.out.printf("%n%-44s %8s %8s%n", "", "tiny", "semantic");
      print(
          "recall@1 of anchors that were held out", figures.before().at1(), figures.after().at1());
      print(
          "recall@10 of anchors that were held out",
          figures.before().at10(),
          figures.after().at10());
      print(
          "right among ten that Lucene finds",
          experiment.precision(tiny),
          experiment.precision(semantic));

      String query = experiment.query();
      System.out.printf("%n%s%n", query);
      print("tiny", experiment.nearest(tiny, query, SHOWN));
      print("semantic", experiment.nearest(semantic, query, SHOWN));
    }
  }

  private static void print(String what, double without, double with) {
    System.out.printf(Locale.ROOT, "%-44s %6.0f %% %6.0f %%%n", what, 100 * without, 100 * with);
  }

  private static void print(String engine, List<String> texts) {
    texts.forEach(text -> System.out.printf("  %-8s  %s%n", engine, text));
  }

  static String recipe() throws IOException {
    try (InputStream input = ProjectionsExample.class.getResourceAsStream("/projections.yaml")) {
      if (input == null) {
        throw new IOException("projections.yaml is not on the class path");
      }
      return new String(input.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
