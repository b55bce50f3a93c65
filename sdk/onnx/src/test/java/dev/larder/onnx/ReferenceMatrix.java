package dev.larder.onnx;

/** A matrix as a file has it, and how inputs are multiplied by it. */
interface ReferenceMatrix {

  /** What belongs to an input, or to an id. */
  double[] row(int index);

  /** The outputs of all tokens of a text. */
  double[][] product(double[][] input);

  /**
   * The same, where each token is rounded by itself.
   *
   * @param zero the level that stands for zero, of 0 to 255
   */
  default double[][] productByRows(double[][] input, int zero) {
    return product(input);
  }
}
