package dev.larder.its.benchmarks;

import dev.larder.api.EmbeddingEngine;
import dev.larder.its.benchmarks.embedding.ProjectionOverhead;
import dev.larder.its.benchmarks.wordnet.WordNet;
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
import java.lang.management.ManagementFactory;
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
   * @param arguments a folder with 700 MB of room, the peak of a core in GFLOP/s, and WordNet's
   *     folder
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    WordNet wordNet = WordNet.in(Path.of(arguments[2]));
    Path folder = Files.createTempDirectory(Path.of(arguments[0]), "projection");
    System.out.printf(
        "%d cores, Java %s, load %.1f%n",
        Runtime.getRuntime().availableProcessors(),
        Runtime.version().feature(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    train(folder, Double.parseDouble(arguments[1]));
    apply(INPUTS, HIDDEN, OUTPUTS);
    apply(384, 512, 128);
    ProjectionOverhead.print(folder, wordNet);
    FileTree.delete(folder);
  }

  private static void train(Path folder, double peak) throws IOException, InterruptedException {
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
                learning_rate: 0.00001
                margin: 2
            """
                .formatted(HIDDEN, OUTPUTS, EPOCHS));
    Clock clock = new Clock();
    long start = System.nanoTime();
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
    double all = (System.nanoTime() - start) / 1e9;
    // The first epoch warms the compilers up and includes the embedding.
    double seconds = (clock.last - clock.first) / 1e9 / (clock.epochs - 1);
    double busy = (clock.lastBusy - clock.firstBusy) / 1e9 / (clock.epochs - 1);
    double learned = TRIPLETS * LEARNED;
    double speed = learned / busy * flops() / 1e9;
    System.out.printf(
        "%d-%d-%d, %d triplets, %d epochs in %.0f s, with embedding by a fake and figures: %.0f"
            + " triplets a second learned from, %.0f in a second of processor time; %.1f GFLOP/s"
            + " in that, %.0f %% of one core's %.0f%n",
        INPUTS,
        HIDDEN,
        OUTPUTS,
        TRIPLETS,
        clock.epochs,
        all,
        learned / seconds,
        learned / busy,
        speed,
        100 * speed / peak,
        peak);
  }

  /** Forward, the gradient of all weights, and that of the hidden layer, for three texts. */
  private static double flops() {
    double first = 2.0 * INPUTS * HIDDEN;
    double second = 2.0 * HIDDEN * OUTPUTS;
    return 3 * (2 * first + 3 * second);
  }

  /**
   * An anchor shares a word with its positive, so that there is something to learn, slowly and with
   * a margin that no triplet ever has: every epoch brings something, and costs the same.
   */
  private static Path writeTriplets(Path file) throws IOException {
    Random random = new Random(1);
    try (BufferedWriter lines = Files.newBufferedWriter(file)) {
      for (int i = 0; i < TRIPLETS; i++) {
        lines.write(
            "{\"anchor\":\"w%1$d a%3$d\",\"positive\":\"w%1$d b%3$d\",\"negative\":\"w%2$d c%3$d\"}%n"
                .formatted(random.nextInt(99), random.nextInt(99), i));
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
