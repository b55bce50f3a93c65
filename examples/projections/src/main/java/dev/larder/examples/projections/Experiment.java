package dev.larder.examples.projections;

import dev.larder.api.EmbeddingEngine;
import dev.larder.projections.Projection;
import dev.larder.projections.ProjectionFolder;
import dev.larder.projections.recipe.RecipeFile;
import dev.larder.projections.training.ExampleFile;
import dev.larder.projections.training.Trainer;
import dev.larder.projections.training.TrainingListener;
import dev.larder.projections.training.TrainingRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Learns hidden topics from some texts, and searches for others. */
final class Experiment {

  private static final int DEPTH = 10;

  private final HiddenTopics topics = new HiddenTopics(7);
  private final List<HiddenTopics.Text> anchors = topics.texts(40);
  private final List<HiddenTopics.Text> documents = topics.texts(10);
  private final List<HiddenTopics.Text> queries = topics.texts(10);
  private final List<HiddenTopics.Text> searched = topics.texts(20);
  private final ProjectionFolder folder;
  private final Path work;

  /**
   * @param work where recipe, examples and the projection are written
   */
  Experiment(Path work) {
    this.work = work;
    this.folder = ProjectionFolder.ofProject(work);
  }

  ProjectionFolder folder() {
    return folder;
  }

  /** Learns from anchors and documents; queries and what is searched are not among them. */
  Projection learn(EmbeddingEngine engine, String recipe, TrainingListener listener)
      throws IOException, InterruptedException {
    Files.createDirectories(work);
    // snippet: train
    Path examples = HiddenTopics.writeExamples(work.resolve("examples.jsonl"), anchors, documents);
    Path recipeFile = Files.writeString(work.resolve("projections.yaml"), recipe);
    return Trainer.train(
        new TrainingRequest(
            engine,
            new RecipeFile(recipeFile).read(),
            "semantic",
            new ExampleFile(examples),
            folder,
            listener));
    // end of snippet
  }

  /** One of the texts that are searched for. */
  String query() {
    return queries.get(0).words();
  }

  /** What Lucene finds for a query, nearest first. */
  List<String> nearest(EmbeddingEngine engine, String query, int most) throws IOException {
    try (VectorIndex index = index(engine)) {
      return index.search(query, most);
    }
  }

  /** Of the ten nearest to each query, the share that has the query's topic. */
  double precision(EmbeddingEngine engine) throws IOException {
    Map<String, Integer> topicOf = new HashMap<>();
    searched.forEach(text -> topicOf.put(text.words(), text.topic()));
    long right = 0;
    try (VectorIndex index = index(engine)) {
      for (HiddenTopics.Text query : queries) {
        right +=
            index.search(query.words(), DEPTH).stream()
                .filter(found -> Integer.valueOf(query.topic()).equals(topicOf.get(found)))
                .count();
      }
    }
    return (double) right / (DEPTH * queries.size());
  }

  private VectorIndex index(EmbeddingEngine engine) throws IOException {
    return VectorIndex.of(engine, searched.stream().map(HiddenTopics.Text::words).toList());
  }
}
