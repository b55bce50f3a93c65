package dev.larder.projections.training;

import dev.larder.projections.safetensors.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Network and losses once more, plainly and in double precision. */
final class ReferenceNetwork {

  private static final double STEP = 1e-6;

  private final Map<String, double[][]> tensors = new TreeMap<>();

  ReferenceNetwork(SortedMap<String, Tensor> exact) {
    exact.forEach((name, tensor) -> tensors.put(name, doubles(tensor.rows())));
  }

  private static double[][] doubles(float[][] rows) {
    double[][] doubles = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      doubles[i] = new double[rows[i].length];
      for (int j = 0; j < rows[i].length; j++) {
        doubles[i][j] = rows[i][j];
      }
    }
    return doubles;
  }

  double slope(String name, int i, int j, Loss loss, List<Sample> samples, float[][] rows) {
    double[] row = rows(name)[i];
    double old = row[j];
    row[j] = old + STEP;
    double above = loss(loss, samples, rows);
    row[j] = old - STEP;
    double below = loss(loss, samples, rows);
    row[j] = old;
    return (above - below) / (2 * STEP);
  }

  double loss(Loss loss, List<Sample> samples, float[][] rows) {
    double[][] vectors = Arrays.stream(doubles(rows)).map(this::vector).toArray(double[][]::new);
    return loss instanceof TripletLoss triplet
        ? triplets(triplet.margin(), samples.size(), vectors)
        : contrast(samples, vectors);
  }

  private double[] vector(double[] input) {
    double[] hidden = layer("w1", input);
    for (int i = 0; i < hidden.length; i++) {
      hidden[i] = Math.max(0, hidden[i]);
    }
    double[] output = layer("w2", hidden);
    double length = Math.sqrt(dot(output, output));
    return Arrays.stream(output).map(number -> number / length).toArray();
  }

  private double[][] rows(String name) {
    return Objects.requireNonNull(tensors.get(name), name);
  }

  private double[] layer(String name, double[] input) {
    double[][] weights = rows(name + ".weight");
    double[] bias = rows(name + ".bias")[0];
    double[] output = new double[weights.length];
    for (int i = 0; i < output.length; i++) {
      output[i] = dot(weights[i], input) + bias[i];
    }
    return output;
  }

  private static double triplets(double margin, int n, double[][] v) {
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += Math.max(0, margin + dot(v[i], v[2 * n + i]) - dot(v[i], v[n + i]));
    }
    return sum / n;
  }

  private static double contrast(List<Sample> samples, double[][] v) {
    int n = samples.size();
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double all = 0;
      for (int j = 0; j < n; j++) {
        Sample one = samples.get(i);
        Sample other = samples.get(j);
        if (i == j || (one.anchor() != other.anchor() && one.positive() != other.positive())) {
          all += Math.exp(dot(v[i], v[n + j]) / 0.05);
        }
      }
      sum += Math.log(all) - dot(v[i], v[n + i]) / 0.05;
    }
    return sum / n;
  }

  private static double dot(double[] one, double[] other) {
    double dot = 0;
    for (int i = 0; i < one.length; i++) {
      dot += one[i] * other[i];
    }
    return dot;
  }
}
