package dev.larder.onnx;

import java.util.Arrays;

/**
 * 8-bit integers with one scale. Inputs are quantised when they come, all tokens of a text by one
 * scale: DynamicQuantizeLinear and MatMulInteger, as ONNX defines them. Or each token by its own.
 */
final class IntegerMatrix implements ReferenceMatrix {

  private static final int LEVELS = 255;

  private final byte[] values;
  private final double scale;
  private final int columns;

  IntegerMatrix(byte[] values, double scale, int columns) {
    this.values = values;
    this.scale = scale;
    this.columns = columns;
  }

  @Override
  public double[] row(int index) {
    double[] row = new double[columns];
    for (int i = 0; i < columns; i++) {
      row[i] = values[index * columns + i] * scale;
    }
    return row;
  }

  @Override
  public double[][] productByRows(double[][] input, int zero) {
    int above = LEVELS - zero;
    double[][] output = new double[input.length][columns];
    for (int t = 0; t < input.length; t++) {
      double most = Arrays.stream(input[t]).max().orElse(0);
      double below = zero == 128 ? -Arrays.stream(input[t]).min().orElse(0) : 0.17 * above / zero;
      double step = Math.max(most, below) / above;
      for (int i = 0; i < input[t].length; i++) {
        long level = Math.max(0, Math.min(LEVELS, (long) Math.rint(input[t][i] / step) + zero));
        for (int o = 0; o < columns; o++) {
          output[t][o] += (level - zero) * values[i * columns + o] * step * scale;
        }
      }
    }
    return output;
  }

  @Override
  public double[][] product(double[][] input) {
    double least = 0;
    double most = 0;
    for (double[] row : input) {
      for (double value : row) {
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    }
    double step = (most - least) / LEVELS;
    int zero = (int) Math.rint(-least / step);
    double[][] output = new double[input.length][columns];
    for (int t = 0; t < input.length; t++) {
      long[] sums = new long[columns];
      for (int i = 0; i < input[t].length; i++) {
        int level = Math.max(0, Math.min(LEVELS, (int) Math.rint(input[t][i] / step) + zero));
        for (int o = 0; o < columns; o++) {
          sums[o] += (long) (level - zero) * values[i * columns + o];
        }
      }
      for (int o = 0; o < columns; o++) {
        output[t][o] = sums[o] * step * scale;
      }
    }
    return output;
  }
}
