package dev.larder.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The forward pass of the tiny model, written down from the definition of BERT in plain Java with
 * doubles. It reads the same weights as the engine and shares no code with it.
 */
final class ReferenceBert {

  private static final int LAYERS = 2;
  private static final int HEADS = 4;
  private static final double EPSILON = 1e-12;

  private final Map<String, double[]> weights;
  private final int size;

  ReferenceBert(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      weights =
          ModelProto.parseFrom(in).getGraph().getInitializerList().stream()
              .filter(tensor -> tensor.getDataType() == 1)
              .collect(
                  Collectors.toMap(
                      tensor -> tensor.getName(),
                      tensor ->
                          doubles(
                              tensor
                                  .getRawData()
                                  .asReadOnlyByteBuffer()
                                  .order(ByteOrder.LITTLE_ENDIAN)
                                  .asFloatBuffer())));
    }
    size = weight("token_embd_norm.bias").length;
  }

  /** The token vectors of one text. */
  double[][] hidden(int[] ids) {
    return hidden(ids, new int[ids.length]);
  }

  /** The token vectors of texts that are read together, each in a segment of its own. */
  double[][] hidden(int[] ids, int[] segments) {
    double[][] states = new double[ids.length][size];
    for (int t = 0; t < ids.length; t++) {
      for (int i = 0; i < size; i++) {
        states[t][i] =
            weight("token_embd.weight")[ids[t] * size + i]
                + weight("token_types.weight")[segments[t] * size + i]
                + weight("position_embd.weight")[t * size + i];
      }
    }
    states = each(states, row -> norm("token_embd_norm", row));
    for (int layer = 0; layer < LAYERS; layer++) {
      String name = "blk." + layer + ".";
      double[][] attended = attention(name, states);
      double[][] middle = each(sum(states, attended), row -> norm(name + "attn_output_norm", row));
      double[][] fed =
          each(middle, row -> linear(name + "ffn_down", gelu(linear(name + "ffn_up", row))));
      states = each(sum(middle, fed), row -> norm(name + "layer_output_norm", row));
    }
    return states;
  }

  private double[][] attention(String name, double[][] states) {
    double[][] query = each(states, row -> linear(name + "attn_q", row));
    double[][] key = each(states, row -> linear(name + "attn_k", row));
    double[][] value = each(states, row -> linear(name + "attn_v", row));
    double[][] mixed = new double[states.length][size];
    int width = size / HEADS;
    for (int head = 0; head < HEADS; head++) {
      int from = head * width;
      for (int t = 0; t < states.length; t++) {
        double[] share = new double[states.length];
        double total = 0;
        for (int other = 0; other < share.length; other++) {
          double product = 0;
          for (int i = from; i < from + width; i++) {
            product += query[t][i] * key[other][i];
          }
          share[other] = Math.exp(product / Math.sqrt(width));
          total += share[other];
        }
        for (int other = 0; other < share.length; other++) {
          for (int i = from; i < from + width; i++) {
            mixed[t][i] += share[other] / total * value[other][i];
          }
        }
      }
    }
    return each(mixed, row -> linear(name + "attn_output", row));
  }

  private double[] linear(String name, double[] input) {
    double[] output = weight(name + ".bias").clone();
    double[] matrix = weight(name + ".weight");
    for (int i = 0; i < input.length; i++) {
      for (int o = 0; o < output.length; o++) {
        output[o] += input[i] * matrix[i * output.length + o];
      }
    }
    return output;
  }

  private double[] norm(String name, double[] row) {
    double mean = 0;
    for (double value : row) {
      mean += value / row.length;
    }
    double variance = 0;
    for (double value : row) {
      variance += (value - mean) * (value - mean) / row.length;
    }
    double[] output = weight(name + ".bias").clone();
    for (int i = 0; i < row.length; i++) {
      output[i] += (row[i] - mean) / Math.sqrt(variance + EPSILON) * weight(name + ".weight")[i];
    }
    return output;
  }

  private static double[] gelu(double[] row) {
    double[] output = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      output[i] = row[i] / 2 * (1 + erf(row[i] / Math.sqrt(2)));
    }
    return output;
  }

  /** By a series whose terms have one sign, so that nothing cancels. */
  private static double erf(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; n < 1000 && Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
      term *= 2 * x * x / (2 * n + 1);
      sum += term;
    }
    return 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
  }

  private static double[][] sum(double[][] a, double[][] b) {
    double[][] output = new double[a.length][a[0].length];
    for (int t = 0; t < a.length; t++) {
      for (int i = 0; i < a[t].length; i++) {
        output[t][i] = a[t][i] + b[t][i];
      }
    }
    return output;
  }

  private static double[][] each(double[][] rows, Function<double[], double[]> step) {
    double[][] output = new double[rows.length][];
    for (int t = 0; t < rows.length; t++) {
      output[t] = step.apply(rows[t]);
    }
    return output;
  }

  private double[] weight(String name) {
    double[] weight = weights.get(name);
    if (weight == null) {
      throw new IllegalArgumentException(name);
    }
    return weight;
  }

  private static double[] doubles(FloatBuffer floats) {
    double[] doubles = new double[floats.remaining()];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = floats.get(i);
    }
    return doubles;
  }
}
