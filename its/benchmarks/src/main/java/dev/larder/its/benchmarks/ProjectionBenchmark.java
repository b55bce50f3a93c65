package dev.larder.its.benchmarks;

import dev.larder.api.EmbeddingEngine;
import dev.larder.projections.ProjectionFolder;
import dev.larder.projections.network.Network;
import dev.larder.projections.recipe.RecipeFile;
import dev.larder.projections.training.ExampleFile;
import dev.larder.projections.training.Trainer;
import dev.larder.projections.training.TrainingListener;
import dev.larder.projections.training.TrainingRequest;
import dev.larder.testkit.FakeModels;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** What training a projection costs, and what applying one adds to an embedding. */
final class ProjectionBenchmark {

  private static final int INPUTS = 768;
  private static final int HIDDEN = 1024;
  private static final int OUTPUTS = 256;
  private static final int TRIPLETS = 10_000;
  private static final int EPOCHS = 10;

  /** Of the examples, what is learned from; the rest is watched or held out. */
  private static final double LEARNED = 0.8;

  private ProjectionBenchmark() {}

  /**
   * Trains once and applies many times.
   *
   * @param arguments a folder with 100 MB of room, and the peak of a core in GFLOP/s
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    train(Files.createTempDirectory(Path.of(arguments[0]), "projection"), arguments[1]);
    apply(INPUTS, HIDDEN, OUTPUTS);
    apply(384, 512, 128);
  }

  private static void train(Path folder, String peak) throws IOException, InterruptedException {
    Path recipe =
        Files.writeString(
            folder.resolve("recipe.yaml"),
            """
            version: 2
            embedding_model: bge-base-en-v1.5
            projections:
              semantic:
                layers: [%d, %d]
                epochs: %d
                batch_size: 64
                margin: 2
            """
                .formatted(HIDDEN, OUTPUTS, EPOCHS));
    Clock clock = new Clock();
    try (FakeModels models = new FakeModels()) {
      EmbeddingEngine engine = models.embedding("bge-base-en-v1.5");
      Trainer.train(
          new TrainingRequest(
              engine,
              new RecipeFile(recipe).read(),
              "semantic",
              new ExampleFile(writeTriplets(folder.resolve("triplets.jsonl"))),
              new ProjectionFolder(folder),
              clock));
    }
    // The first epoch warms the compilers up and includes the embedding.
    double seconds = (clock.last - clock.first) / 1e9 / (clock.epochs - 1);
    double busy = (clock.lastBusy - clock.firstBusy) / 1e9 / (clock.epochs - 1);
    double learned = TRIPLETS * LEARNED;
    double examples = learned / seconds;
    System.out.printf(
        "%d-%d-%d, %d triplets, %d epochs: %.0f triplets a second learned from, %.0f in a"
            + " second of processor time; %.1f GFLOP/s in that, %.0f %% of one core's %s%n",
        INPUTS,
        HIDDEN,
        OUTPUTS,
        TRIPLETS,
        clock.epochs,
        examples,
        learned / busy,
        learned / busy * flops() / 1e9,
        100 * learned / busy * flops() / 1e9 / Double.parseDouble(peak),
        peak);
  }

  /** Forward, the gradient of all weights, and that of the hidden layer, for three texts. */
  private static double flops() {
    double first = 2.0 * INPUTS * HIDDEN;
    double second = 2.0 * HIDDEN * OUTPUTS;
    return 3 * (2 * first + 3 * second);
  }

  private static Path writeTriplets(Path file) throws IOException {
    Random random = new Random(1);
    try (BufferedWriter lines = Files.newBufferedWriter(file)) {
      for (int i = 0; i < TRIPLETS; i++) {
        lines.write(
            "{\"anchor\":\"w%d a%d\",\"positive\":\"w%d b%d\",\"negative\":\"w%d c%d\"}%n"
                .formatted(random.nextInt(99), i, random.nextInt(99), i, random.nextInt(99), i));
      }
    }
    return file;
  }

  private static void apply(int inputs, int hidden, int outputs) {
    Network network = Network.untaught(inputs, hidden, outputs, 1);
    for (int texts : new int[] {1, 16}) {
      float[][] vectors = new float[texts][inputs];
      double[] micros = new double[2_000];
      for (int i = 0; i < micros.length; i++) {
        long start = System.nanoTime();
        network.apply(vectors);
        micros[i] = (System.nanoTime() - start) / 1e3 / texts;
      }
      Arrays.sort(micros);
      System.out.printf(
          "%d-%d-%d, %d at once: %.0f microseconds a text (median)%n",
          inputs, hidden, outputs, texts, micros[micros.length / 2]);
    }
  }

  private static final class Clock implements TrainingListener {
    private long first;
    private long last;
    private long firstBusy;
    private long lastBusy;
    private int epochs;

    @Override
    public void learned(int epoch, double loss, double watched) {
      last = System.nanoTime();
      lastBusy = ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos();
      first = epoch == 1 ? last : first;
      firstBusy = epoch == 1 ? lastBusy : firstBusy;
      epochs = epoch;
    }
  }
}
