package dev.larder.projections.network;

import dev.larder.projections.safetensors.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Two linear layers with a ReLU between them; the result has the Euclidean length 1, or is the zero
 * vector.
 *
 * <p>Safe for use by many threads at once, as long as nobody teaches it.
 */
public final class Network {

  private final Layer first;
  private final Layer second;

  Network(Layer first, Layer second) {
    this.first = first;
    this.second = second;
  }

  /**
   * One that has learned nothing. The weights are drawn as He et al. (ICCV 2015) say for layers
   * before and behind a ReLU, so that vectors keep their length on the average.
   */
  public static Network untaught(int inputs, int hidden, int outputs, long seed) {
    Random random = new Random(seed);
    return new Network(
        Layer.random(inputs, hidden, Math.sqrt(6.0 / inputs), random),
        Layer.random(hidden, outputs, Math.sqrt(3.0 / hidden), random));
  }

  /**
   * The network of a file.
   *
   * @throws IllegalArgumentException if tensors are missing, too many, not of F32, or do not fit
   */
  public static Network of(SortedMap<String, Tensor> tensors) {
    return NetworkTensors.read(tensors);
  }

  /** The tensors of a file. */
  public SortedMap<String, Tensor> tensors() {
    return new TreeMap<>(
        Map.of(
            NetworkTensors.W1, Tensor.matrix(first.weights().transposed().rows()),
            NetworkTensors.B1, Tensor.vector(first.bias()),
            NetworkTensors.W2, Tensor.matrix(second.weights().transposed().rows()),
            NetworkTensors.B2, Tensor.vector(second.bias())));
  }

  public int inputs() {
    return first.inputs();
  }

  public int hidden() {
    return first.outputs();
  }

  public int outputs() {
    return second.outputs();
  }

  /** The vectors that inputs become, in their order. */
  public float[][] apply(float[][] inputs) {
    return run(inputs).outputs();
  }

  /** The same, with what is needed to teach the network. */
  public Pass run(float[][] inputs) {
    Matrix in = new Matrix(inputs);
    Matrix hidden = first.apply(in);
    for (float[] row : hidden.rows()) {
      for (int i = 0; i < row.length; i++) {
        row[i] = Math.max(row[i], 0);
      }
    }
    return new Pass(in, hidden, second.apply(hidden));
  }

  /** A network of the same shape whose numbers are all 0: room for a gradient. */
  public Network zero() {
    return new Network(
        Layer.zero(first.inputs(), first.outputs()), Layer.zero(second.inputs(), second.outputs()));
  }

  /** One that does not change when this one is taught. */
  public Network copy() {
    return new Network(first.copy(), second.copy());
  }

  /**
   * How a loss changes with every number of this network.
   *
   * @param pass what came of some inputs
   * @param ofOutputs how the loss changes with each of the outputs
   */
  public Network gradient(Pass pass, float[][] ofOutputs) {
    Network gradient = zero();
    Matrix ofLast = pass.beforeLength(ofOutputs);
    gradient.second.addGradient(pass.hidden(), ofLast);
    Matrix ofHidden = second.gradientOfInputs(ofLast);
    pass.maskHidden(ofHidden);
    gradient.first.addGradient(pass.inputs(), ofHidden);
    return gradient;
  }

  /** All numbers that are learned, always in the same order. Changing them changes the network. */
  public List<float[]> numbers() {
    return Stream.of(first, second).flatMap(Layer::numbers).toList();
  }
}
