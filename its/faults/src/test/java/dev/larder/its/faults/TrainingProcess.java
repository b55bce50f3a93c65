package dev.larder.its.faults;

import dev.larder.projections.ProjectionFolder;
import dev.larder.projections.recipe.RecipeFile;
import dev.larder.projections.training.ExampleFile;
import dev.larder.projections.training.Trainer;
import dev.larder.projections.training.TrainingListener;
import dev.larder.projections.training.TrainingRequest;
import dev.larder.testkit.FakeModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Trains a projection in a folder: its file is large and its training short, so that a process that
 * trains again and again is writing for much of its time.
 */
final class TrainingProcess {

  static final List<Integer> SEEDS = List.of(1, 2);

  private TrainingProcess() {}

  static Path file(Path folder) {
    return ProjectionFolder.ofProject(folder).file("tiny", "semantic");
  }

  static void train(Path folder, int seed) throws IOException, InterruptedException {
    Path examples =
        Files.write(
            folder.resolve("examples.jsonl"),
            IntStream.range(0, 12)
                .mapToObj("{\"anchor\":\"a%1$d\",\"positive\":\"b%1$d\"}"::formatted)
                .toList());
    Path recipe =
        Files.writeString(
            folder.resolve("projections.yaml"),
            """
            version: 2
            embedding_model: tiny
            projections:
              semantic:
                layers: [2048, 256]
                epochs: 1
                batch_size: 16
                seed: %d
            """
                .formatted(seed));
    try (FakeModels models = new FakeModels()) {
      Trainer.train(
          new TrainingRequest(
              models.embedding("tiny"),
              new RecipeFile(recipe).read(),
              "semantic",
              new ExampleFile(examples),
              ProjectionFolder.ofProject(folder),
              TrainingListener.SILENT));
    }
  }

  /** Starts a process that trains with one seed and the other until it is killed. */
  static Process start(Path folder) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-classpath",
            System.getProperty("java.class.path"),
            TrainingProcess.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    while (true) {
      for (int seed : SEEDS) {
        train(Path.of(arguments[0]), seed);
        System.out.println(seed);
      }
    }
  }
}
