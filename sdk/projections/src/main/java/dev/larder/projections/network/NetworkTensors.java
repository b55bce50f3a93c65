package dev.larder.projections.network;

import dev.larder.projections.safetensors.DataType;
import dev.larder.projections.safetensors.Tensor;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;

/** How a network's numbers are called in a file. */
final class NetworkTensors {

  static final String W1 = "w1.weight";
  static final String B1 = "w1.bias";
  static final String W2 = "w2.weight";
  static final String B2 = "w2.bias";

  private NetworkTensors() {}

  static Network read(SortedMap<String, Tensor> tensors) {
    if (!tensors.keySet().equals(Set.of(W1, B1, W2, B2))) {
      throw new IllegalArgumentException(
          "it has the tensors %s, not %s, %s, %s and %s"
              .formatted(tensors.keySet(), W1, B1, W2, B2));
    }
    Layer first = layer(tensors, W1, B1);
    Layer second = layer(tensors, W2, B2);
    if (first.outputs() != second.inputs()) {
      throw new IllegalArgumentException(
          "%s gives %d numbers, and %s takes %d"
              .formatted(W1, first.outputs(), W2, second.inputs()));
    }
    return new Network(first, second);
  }

  private static Layer layer(SortedMap<String, Tensor> tensors, String weight, String bias) {
    Tensor weights = require(tensors, weight, 2);
    Tensor biases = require(tensors, bias, 1);
    if (!weights.shape().get(0).equals(biases.shape().get(0))) {
      throw new IllegalArgumentException(
          "%s has the shape %s, and %s %s"
              .formatted(weight, weights.shape(), bias, biases.shape()));
    }
    return new Layer(new Matrix(numbers(weights, weight)).transposed(), numbers(biases, bias)[0]);
  }

  private static Tensor require(SortedMap<String, Tensor> tensors, String name, int dimensions) {
    Tensor tensor = Objects.requireNonNull(tensors.get(name), name);
    List<Integer> shape = tensor.shape();
    if (tensor.type() != DataType.F32 || shape.size() != dimensions || shape.contains(0)) {
      throw new IllegalArgumentException(
          "%s is of %s with the shape %s".formatted(name, tensor.type(), shape));
    }
    return tensor;
  }

  private static float[][] numbers(Tensor tensor, String name) {
    float[][] rows = tensor.rows();
    for (float[] row : rows) {
      for (float number : row) {
        if (!Float.isFinite(number)) {
          throw new IllegalArgumentException(name + " holds a number that is none");
        }
      }
    }
    return rows;
  }
}
