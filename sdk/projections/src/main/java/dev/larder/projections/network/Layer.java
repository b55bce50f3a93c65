package dev.larder.projections.network;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A linear layer: each output is a weighted sum of the inputs, and a bias.
 *
 * @param weights a row an input, a column an output: the transpose of what files hold, since rows
 *     are what is added fast
 * @param bias one an output
 */
@SuppressWarnings("ArrayRecordComponent")
record Layer(Matrix weights, float[] bias) {

  static Layer zero(int inputs, int outputs) {
    return new Layer(Matrix.zero(inputs, outputs), new float[outputs]);
  }

  /** Weights drawn evenly between two bounds, without bias. */
  static Layer random(int inputs, int outputs, double bound, Random random) {
    Layer layer = zero(inputs, outputs);
    for (float[] row : layer.weights.rows()) {
      for (int i = 0; i < row.length; i++) {
        row[i] = (float) ((2 * random.nextDouble() - 1) * bound);
      }
    }
    return layer;
  }

  int inputs() {
    return weights.height();
  }

  int outputs() {
    return bias.length;
  }

  Matrix apply(Matrix inputs) {
    Matrix outputs = Matrix.zero(inputs.height(), outputs());
    outputs.addToRows(bias);
    outputs.addProduct(inputs, weights);
    return outputs;
  }

  /** Adds what inputs and the gradient of their outputs say of weights and bias. */
  void addGradient(Matrix inputs, Matrix ofOutputs) {
    weights.addProductOfTransposed(inputs, ofOutputs);
    ofOutputs.addRowsTo(bias);
  }

  /** The gradient of the inputs. */
  Matrix gradientOfInputs(Matrix ofOutputs) {
    Matrix ofInputs = Matrix.zero(ofOutputs.height(), inputs());
    ofInputs.addProduct(ofOutputs, weights.transposed());
    return ofInputs;
  }

  Layer copy() {
    return new Layer(
        new Matrix(Arrays.stream(weights.rows()).map(float[]::clone).toArray(float[][]::new)),
        bias.clone());
  }

  /** All numbers that are learned. */
  Stream<float[]> numbers() {
    return Stream.concat(Arrays.stream(weights.rows()), Stream.of(bias));
  }
}
