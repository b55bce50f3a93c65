package dev.larder.onnx;

import java.util.Arrays;

/** Plain numbers, row by row. */
final class FloatMatrix implements ReferenceMatrix {

  private final double[] values;
  private final int columns;

  FloatMatrix(double[] values, int columns) {
    this.values = values;
    this.columns = columns;
  }

  @Override
  public double[] row(int index) {
    return Arrays.copyOfRange(values, index * columns, (index + 1) * columns);
  }

  @Override
  public double[][] product(double[][] input) {
    double[][] output = new double[input.length][columns];
    for (int t = 0; t < input.length; t++) {
      for (int i = 0; i < input[t].length; i++) {
        for (int o = 0; o < columns; o++) {
          output[t][o] += input[t][i] * values[i * columns + o];
        }
      }
    }
    return output;
  }
}
