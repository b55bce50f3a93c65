package dev.larder.testkit.tiny;

import dev.larder.testkit.gguf.GgufTensor;
import dev.larder.testkit.gguf.GgufType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The numbers of a network, named as llama.cpp names them. Attention and feed-forward are random
 * and gentle: each token keeps mostly its own direction, yet a wrong mask, position or segment
 * shows. The shared direction of {@link PieceVectors} is read by queries and keys only, so that
 * function words pass nothing on.
 */
final class BertWeights {

  private static final double POSITION = 0.1;
  private static final double FIRST_SEGMENT = 0.02;
  private static final double SECOND_SEGMENT = 0.5;
  private static final double NORM = 0.1;
  private static final double BIAS = 0.03;

  /** How much a layer's attention adds to a token, next to the token's own 1. */
  private static final double ATTENTION = 0.8;

  private static final double FEED_FORWARD = 0.5;

  private final BertShape shape;
  private final List<GgufTensor> tensors = new ArrayList<>();

  private BertWeights(BertShape shape) {
    this.shape = shape;
  }

  static List<GgufTensor> of(BertShape shape, Vocabulary vocabulary) {
    BertWeights weights = new BertWeights(shape);
    weights.embeddings(vocabulary);
    for (int layer = 0; layer < shape.layers(); layer++) {
      weights.layer("blk." + layer + ".", layer == shape.layers() - 1);
    }
    return List.copyOf(weights.tensors);
  }

  private void embeddings(Vocabulary vocabulary) {
    int size = shape.dimensions();
    matrix(
        GgufType.Q8_0,
        "token_embd",
        shape.vocabulary(),
        PieceVectors.of(vocabulary.pieces(), size));
    matrix(
        GgufType.F32,
        "position_embd",
        shape.positions(),
        numbers("position_embd").spread(shape.positions() * size, POSITION));
    float[] segments = Arrays.copyOf(numbers("segment 0").spread(size, FIRST_SEGMENT), 2 * size);
    System.arraycopy(numbers("segment 1").spread(size, SECOND_SEGMENT), 0, segments, size, size);
    matrix(GgufType.F32, "token_types", 2, segments);
    norm("token_embd_norm", false);
  }

  private void layer(String name, boolean last) {
    int size = shape.dimensions();
    int inner = shape.feedForward();
    double unit = 1 / Math.sqrt(size);
    linear(name + "attn_q", size, numbers(name + "attn_q").spread(size * size, unit));
    linear(name + "attn_k", size, numbers(name + "attn_k").spread(size * size, unit));
    linear(
        name + "attn_v",
        size,
        blindToShared(numbers(name + "attn_v").spread(size * size, unit), size));
    linear(
        name + "attn_output",
        size,
        numbers(name + "attn_output").spread(size * size, ATTENTION * unit));
    norm(name + "attn_output_norm", false);
    linear(
        name + "ffn_up",
        inner,
        blindToShared(numbers(name + "ffn_up").spread(inner * size, unit), size));
    linear(
        name + "ffn_down",
        size,
        centred(
            numbers(name + "ffn_down").spread(size * inner, FEED_FORWARD / Math.sqrt(inner)),
            inner));
    norm(name + "layer_output_norm", last);
  }

  private static NamedNumbers numbers(String name) {
    return new NamedNumbers(name);
  }

  private static float[] blindToShared(float[] rows, int rowLength) {
    for (int start = 0; start < rows.length; start += rowLength) {
      Arrays.fill(rows, start, start + PieceVectors.SHARED, 0);
    }
    return rows;
  }

  /** GELU's mean is not 0: without this, every token would get one and the same addition. */
  private static float[] centred(float[] rows, int rowLength) {
    for (int start = 0; start < rows.length; start += rowLength) {
      double mean = 0;
      for (int i = start; i < start + rowLength; i++) {
        mean += rows[i] / rowLength;
      }
      for (int i = start; i < start + rowLength; i++) {
        rows[i] -= (float) mean;
      }
    }
    return rows;
  }

  private void linear(String name, int outputs, float[] rows) {
    matrix(GgufType.Q8_0, name, outputs, rows);
    vector(name + ".bias", numbers(name + ".bias").spread(outputs, BIAS));
  }

  private void norm(String name, boolean dropsShared) {
    float[] scale = numbers(name + ".weight").spread(shape.dimensions(), NORM);
    for (int i = 0; i < scale.length; i++) {
      scale[i] += 1;
    }
    float[] bias = numbers(name + ".bias").spread(shape.dimensions(), BIAS);
    if (dropsShared) {
      Arrays.fill(scale, 0, PieceVectors.SHARED, 0);
      Arrays.fill(bias, 0, PieceVectors.SHARED, 0);
    }
    vector(name + ".weight", scale);
    vector(name + ".bias", bias);
  }

  private void matrix(GgufType type, String name, int rows, float[] values) {
    tensors.add(GgufTensor.of(name + ".weight", type, List.of(rows, values.length / rows), values));
  }

  private void vector(String name, float[] values) {
    tensors.add(GgufTensor.of(name, GgufType.F32, List.of(values.length), values));
  }
}
