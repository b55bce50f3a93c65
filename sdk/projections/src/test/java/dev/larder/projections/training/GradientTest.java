package dev.larder.projections.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.larder.projections.network.Network;
import dev.larder.projections.network.Pass;
import dev.larder.projections.safetensors.Tensor;
import dev.larder.projections.safetensors.TensorRows;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds gradients to finite differences of a second implementation, in double precision. */
class GradientTest {

  private static final int INPUTS = 7;
  private static final int HIDDEN = 9;
  private static final int OUTPUTS = 5;

  private record Case(Loss loss, List<Sample> samples) {}

  static Stream<Case> cases() {
    List<Sample> triplets =
        List.of(triplet(0, 0, 1), triplet(1, 2, 3), triplet(2, 4, 5), triplet(0, 5, 2));
    List<Sample> pairs = List.of(pair(0, 0), pair(1, 2), pair(2, 4), pair(0, 5), pair(3, 2));
    return Stream.of(
        new Case(new TripletLoss(0.2), triplets),
        new Case(new TripletLoss(1.5), triplets),
        new Case(new ContrastiveLoss(), pairs));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theGradientIsWhatSmallChangesOfEachNumberSay(Case tried) {
    Random random = new Random(5);
    float[][] anchors = vectors(4, random);
    float[][] documents = vectors(6, random);
    Samples samples = new Samples(anchors, documents, tried.samples);
    Network network = Network.untaught(INPUTS, HIDDEN, OUTPUTS, 3);
    network.numbers().forEach(row -> row[0] += 0.1f);

    float[][] rows = samples.rows(tried.samples);
    Pass pass = network.run(rows);
    float[][] ofOutputs = new float[rows.length][OUTPUTS];
    double loss = tried.loss.of(tried.samples, pass.outputs(), ofOutputs);
    SortedMap<String, Tensor> gradient = network.gradient(pass, ofOutputs).tensors();

    ReferenceNetwork reference = new ReferenceNetwork(network.tensors());
    assertThat(loss).isCloseTo(reference.loss(tried.loss, tried.samples, rows), within(1e-6));
    assertThat(loss).isPositive();
    for (String name : new TreeMap<>(gradient).keySet()) {
      float[][] slopes = TensorRows.of(gradient, name);
      for (int i = 0; i < slopes.length; i++) {
        for (int j = 0; j < slopes[i].length; j++) {
          double expected = reference.slope(name, i, j, tried.loss, tried.samples, rows);
          assertThat((double) slopes[i][j])
              .as("%s[%d][%d]", name, i, j)
              .isCloseTo(expected, within(1e-5 + 1e-4 * Math.abs(expected)));
        }
      }
    }
  }

  private static Sample triplet(int anchor, int positive, int negative) {
    return new Sample(anchor, positive, OptionalInt.of(negative));
  }

  private static Sample pair(int anchor, int positive) {
    return new Sample(anchor, positive, OptionalInt.empty());
  }

  private static float[][] vectors(int count, Random random) {
    float[][] vectors = new float[count][INPUTS];
    for (float[] vector : vectors) {
      for (int i = 0; i < vector.length; i++) {
        vector[i] = (float) random.nextGaussian();
      }
    }
    return vectors;
  }
}
