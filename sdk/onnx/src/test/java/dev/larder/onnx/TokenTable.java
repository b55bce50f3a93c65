package dev.larder.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import dev.larder.testkit.onnx.OnnxAttribute;
import dev.larder.testkit.onnx.OnnxGraph;
import java.util.List;
import java.util.Random;

/**
 * The smallest network there is: it looks each token's vector up in a table. A test adds inputs and
 * outputs of the export style that it is about.
 */
final class TokenTable {

  static final int DIMENSIONS = 8;
  static final int TINY_VOCABULARY = 6756;

  /** The value that {@link #graph} makes: a vector for each token. */
  static final String LOOKED_UP = "looked up";

  private static final List<String> AXES = List.of("batch", "sequence");

  private final OnnxGraph graph = new OnnxGraph("table");
  private final float[] values;

  private TokenTable(float[] values) {
    this.values = values;
    graph.input("input_ids", AXES);
    graph.floats("table", List.of(values.length / DIMENSIONS, DIMENSIONS), values);
    graph.node("Gather", LOOKED_UP, "table", "input_ids");
  }

  static TokenTable withRows(int rows) {
    Random random = new Random(1);
    float[] values = new float[rows * DIMENSIONS];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat() - 0.5f;
    }
    return new TokenTable(values);
  }

  /** For the tiny model's tokens, one of which has a row of what is no number. */
  static TokenTable withoutNumbersFor(int token) {
    float[] values = withRows(TINY_VOCABULARY).values;
    java.util.Arrays.fill(values, token * DIMENSIONS, (token + 1) * DIMENSIONS, Float.NaN);
    return new TokenTable(values);
  }

  static TokenTable filledWith(float value) {
    float[] values = new float[TINY_VOCABULARY * DIMENSIONS];
    java.util.Arrays.fill(values, value);
    return new TokenTable(values);
  }

  OnnxGraph graph() {
    return graph;
  }

  TokenTable input(String name) {
    graph.input(name, AXES);
    return this;
  }

  /** Offers each token's vector under a name. */
  TokenTable tokenOutput(String name) {
    return tokenOutput(name, LOOKED_UP);
  }

  TokenTable tokenOutput(String name, String value) {
    graph.node("Identity", name, value);
    graph.output(name, AXES, DIMENSIONS);
    return this;
  }

  /** Offers the vector of each text's second token under a name. */
  TokenTable textOutput(String name) {
    graph.integers(name + " index", 1);
    graph.integers(name + " axis", 1);
    String picked =
        graph.node(
            OnnxAttribute.of("axis", 1), "Gather", name + " picked", LOOKED_UP, name + " index");
    graph.node("Squeeze", name, picked, name + " axis");
    graph.output(name, List.of("batch"), DIMENSIONS);
    return this;
  }

  ModelProto build() {
    return graph.build("larder");
  }

  /** One component of a token's vector. */
  float value(int token, int component) {
    return values[token * DIMENSIONS + component];
  }
}
