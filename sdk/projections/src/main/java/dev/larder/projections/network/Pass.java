package dev.larder.projections.network;

import dev.larder.core.engine.VectorLength;

/**
 * What a network made of some inputs.
 *
 * <p>Everything is a row an input.
 */
public final class Pass {

  private final Matrix inputs;
  private final Matrix hidden;
  private final Matrix outputs;
  private final double[] lengths;

  /**
   * @param last the second layer's sums, which become the outputs
   */
  Pass(Matrix inputs, Matrix hidden, Matrix last) {
    this.inputs = inputs;
    this.hidden = hidden;
    this.outputs = last;
    this.lengths = new double[last.height()];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = VectorLength.measure(last.rows()[i]);
      VectorLength.UNIT.apply(last.rows()[i]);
    }
  }

  /** The vectors of length 1. */
  public float[][] outputs() {
    return outputs.rows();
  }

  Matrix inputs() {
    return inputs;
  }

  Matrix hidden() {
    return hidden;
  }

  /** The gradient of what the outputs were before they got their length. */
  Matrix beforeLength(float[][] ofOutputs) {
    Matrix gradient = Matrix.zero(outputs.height(), outputs.width());
    for (int i = 0; i < lengths.length; i++) {
      if (lengths[i] > 0) {
        beforeLength(gradient.rows()[i], ofOutputs[i], outputs.rows()[i], lengths[i]);
      }
    }
    return gradient;
  }

  /** Only what is at right angles to a vector turns it; the rest would change its length. */
  private static void beforeLength(
      float[] gradient, float[] ofOutput, float[] output, double length) {
    double along = 0;
    for (int i = 0; i < output.length; i++) {
      along += (double) ofOutput[i] * output[i];
    }
    for (int i = 0; i < output.length; i++) {
      gradient[i] = (float) ((ofOutput[i] - along * output[i]) / length);
    }
  }

  /** What the ReLU cut off has no part in the outputs. */
  void maskHidden(Matrix gradient) {
    for (int i = 0; i < gradient.height(); i++) {
      float[] row = gradient.rows()[i];
      float[] activity = hidden.rows()[i];
      for (int j = 0; j < row.length; j++) {
        row[j] = activity[j] > 0 ? row[j] : 0;
      }
    }
  }
}
