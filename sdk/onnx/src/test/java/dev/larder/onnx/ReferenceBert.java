package dev.larder.onnx;

import dev.larder.testkit.tiny.BertShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * The forward pass of a model of the test kit, written down from the definition of BERT in plain
 * Java with doubles. It reads the same weights as the engine and shares no code with it.
 */
final class ReferenceBert {

  private static final double EPSILON = 1e-12;

  /** By what scales a quantised network rounds. */
  enum Rounding {
    BY_TEXT,
    BY_TOKEN
  }

  /** The levels that stand for zero, of what is negative as often as not, and of what rarely is. */
  private static final int MIDDLE = 128;

  private static final int LOW = 32;

  private final Rounding rounding;
  private final BertShape shape;
  private final ReferenceWeights weights;

  /** The tiny model. */
  ReferenceBert(Path file) throws IOException {
    this(file, BertShape.tiny());
  }

  ReferenceBert(Path file, BertShape shape) throws IOException {
    this(shape, ReferenceWeights.of(file), Rounding.BY_TEXT);
  }

  private ReferenceBert(BertShape shape, ReferenceWeights weights, Rounding rounding) {
    this.shape = shape;
    this.weights = weights;
    this.rounding = rounding;
  }

  ReferenceBert rounding(Rounding other) {
    return new ReferenceBert(shape, weights, other);
  }

  /** The token vectors of one text. */
  double[][] hidden(int[] ids) {
    return hidden(ids, new int[ids.length]);
  }

  /** The token vectors of texts that are read together, each in a segment of its own. */
  double[][] hidden(int[] ids, int[] segments) {
    double[][] states = new double[ids.length][shape.dimensions()];
    for (int t = 0; t < ids.length; t++) {
      double[] word = weights.matrix("token_embd.weight").row(ids[t]);
      double[] segment = weights.matrix("token_types.weight").row(segments[t]);
      double[] position = weights.matrix("position_embd.weight").row(t);
      for (int i = 0; i < states[t].length; i++) {
        states[t][i] = word[i] + segment[i] + position[i];
      }
    }
    states = each(states, row -> norm("token_embd_norm", row));
    for (int layer = 0; layer < shape.layers(); layer++) {
      String name = "blk." + layer + ".";
      double[][] attended = attention(name, states);
      double[][] middle = each(sum(states, attended), row -> norm(name + "attn_output_norm", row));
      double[][] inner = each(linear(name + "ffn_up", middle), ReferenceBert::gelu);
      double[][] fed = linear(name + "ffn_down", inner);
      states = each(sum(middle, fed), row -> norm(name + "layer_output_norm", row));
    }
    return states;
  }

  private double[][] attention(String name, double[][] states) {
    double[][] query = linear(name + "attn_q", states);
    double[][] key = linear(name + "attn_k", states);
    double[][] value = linear(name + "attn_v", states);
    double[][] mixed = new double[states.length][shape.dimensions()];
    int width = shape.dimensions() / shape.heads();
    for (int head = 0; head < shape.heads(); head++) {
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
    return linear(name + "attn_output", mixed);
  }

  private double[][] linear(String name, double[][] input) {
    ReferenceMatrix matrix = weights.matrix(name + ".weight");
    double[][] product =
        rounding == Rounding.BY_TEXT
            ? matrix.product(input)
            : matrix.productByRows(input, name.endsWith("ffn_down") ? LOW : MIDDLE);
    double[] bias = weights.vector(name + ".bias");
    return each(product, row -> sum(row, bias));
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
    double[] output = weights.vector(name + ".bias").clone();
    double[] weight = weights.vector(name + ".weight");
    for (int i = 0; i < row.length; i++) {
      output[i] += (row[i] - mean) / Math.sqrt(variance + EPSILON) * weight[i];
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
    double[][] output = new double[a.length][];
    for (int t = 0; t < a.length; t++) {
      output[t] = sum(a[t], b[t]);
    }
    return output;
  }

  private static double[] sum(double[] a, double[] b) {
    double[] output = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      output[i] = a[i] + b[i];
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
}
