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

/** Shows what a projection brings to a search in Apache Lucene. */
public final class ProjectionsExample {

  private ProjectionsExample() {}

  /**
   * Learns, and searches with and without what was learned.
   *
   * @param arguments a folder for recipe, examples and projection
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Experiment experiment = new Experiment(Path.of(arguments[0]));
    Injector injector =
        Guice.createInjector(new ModelsModule(), new SemanticModule(experiment.folder()));
    try (Models models = injector.getInstance(Models.class)) {
      EmbeddingEngine tiny = models.embedding("tiny");
      Figures figures = experiment.learn(tiny, recipe()).figures();
      System.out.printf(
          "Recall@10 on anchors that were held out: %.2f, without the projection %.2f%n",
          figures.after().at10(), figures.before().at10());
      TopicSearch search = injector.getInstance(TopicSearch.class);
      System.out.printf(
          "Of ten texts that Lucene finds for a new query, %.0f %% are right, without %.0f %%%n",
          100 * experiment.precision(search.engine()), 100 * experiment.precision(tiny));
    }
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
