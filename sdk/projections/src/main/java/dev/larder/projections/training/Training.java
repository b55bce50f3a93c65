package dev.larder.projections.training;

import dev.larder.projections.network.Network;
import dev.larder.projections.network.Pass;
import dev.larder.projections.recipe.ProjectionRecipe;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Teaches one network, until it no longer gets better on what it does not learn from. */
final class Training {

  /** How many epochs may bring nothing before training ends. */
  private static final int PATIENCE = 3;

  private final ProjectionRecipe recipe;
  private final Samples samples;
  private final Parts parts;
  private final Random random;
  private final TrainingListener listener;
  private final Loss loss;

  Training(
      ProjectionRecipe recipe,
      Samples samples,
      Parts parts,
      Random random,
      TrainingListener listener) {
    this.recipe = recipe;
    this.samples = samples;
    this.parts = parts;
    this.random = random;
    this.listener = listener;
    this.loss = Loss.suiting(parts.learned(), recipe.margin());
  }

  /**
   * The best network, and when it was reached.
   *
   * @param network as it was then
   * @param epoch from 1
   * @param watched its loss on the part that is watched
   */
  record Best(Network network, int epoch, double watched) {}

  Best run() throws InterruptedException {
    Network network =
        Network.untaught(
            samples.anchors()[0].length, recipe.hidden(), recipe.outputs(), recipe.seed());
    Adam adam = new Adam(network, recipe.learningRate());
    List<Sample> order = new ArrayList<>(parts.learned());
    Best best = new Best(network, 0, Double.POSITIVE_INFINITY);
    for (int epoch = 1; epoch <= recipe.epochs() && epoch <= best.epoch + PATIENCE; epoch++) {
      Collections.shuffle(order, random);
      double learned = learn(network, adam, order);
      double watched = watch(network);
      listener.learned(epoch, learned, watched);
      if (watched < best.watched) {
        best = new Best(network.copy(), epoch, watched);
      }
    }
    return best;
  }

  private double learn(Network network, Adam adam, List<Sample> order) throws InterruptedException {
    double sum = 0;
    for (List<Sample> batch : batches(order)) {
      requireWanted();
      Pass pass = network.run(samples.rows(batch));
      float[][] gradient = zeros(pass);
      sum += batch.size() * loss.of(batch, pass.outputs(), gradient);
      adam.step(network.gradient(pass, gradient));
    }
    return sum / order.size();
  }

  private static void requireWanted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("Training was to end before it was complete");
    }
  }

  private double watch(Network network) {
    double sum = 0;
    for (List<Sample> batch : batches(parts.watched())) {
      Pass pass = network.run(samples.rows(batch));
      sum += batch.size() * loss.of(batch, pass.outputs(), zeros(pass));
    }
    return sum / parts.watched().size();
  }

  private static float[][] zeros(Pass pass) {
    return new float[pass.outputs().length][pass.outputs()[0].length];
  }

  private List<List<Sample>> batches(List<Sample> all) {
    List<List<Sample>> batches = new ArrayList<>();
    for (int first = 0; first < all.size(); first += recipe.batchSize()) {
      batches.add(all.subList(first, Math.min(first + recipe.batchSize(), all.size())));
    }
    return batches;
  }
}
