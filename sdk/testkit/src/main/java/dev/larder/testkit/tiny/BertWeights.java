package dev.larder.testkit.tiny;

import dev.larder.testkit.gguf.GgufTensor;
import dev.larder.testkit.gguf.GgufType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The numbers of a network, named as llama.cpp names them. Attention and feed-forward are random
 * and gentle: each token keeps mostly its own direction, yet a wrong mask or segment shows. Only
 * queries and keys read the direction that pieces share, so function words pass nothing on.
 */
final class BertWeights {

  // Deviations, next to a token's own numbers around 1. What every token gets alike, such as a
  // bias, has to stay small, or all texts would resemble each other.
  private static final double POSITION = 0.1;
  private static final double FIRST_SEGMENT = 0.01;
  private static final double SECOND_SEGMENT = 0.5;
  private static final double NORM = 0.1;
  private static final double BIAS = 0.01;

  private static final double ATTENTION = 0.2;
  private static final double FEED_FORWARD = 0.3;

  private final BertShape shape;
  private final List<GgufTensor> tensors = new ArrayList<>();

  private BertWeights(BertShape shape) {
    this.shape = shape;
  }

  static List<GgufTensor> of(BertShape shape, Vocabulary vocabulary) {
    BertWeights weights = new BertWeights(shape);
    weights.embeddings(vocabulary);
    for (int layer = 0; layer < shape.layers(); layer++) {
      String name = "blk." + layer + ".";
      weights.attention(name);
      weights.feedForward(name);
    }
    weights.dropSharedDirection("blk." + (shape.layers() - 1) + ".layer_output_norm");
    return List.copyOf(weights.tensors);
  }

  private void embeddings(Vocabulary vocabulary) {
    int size = shape.dimensions();
    float[] words = PieceVectors.of(vocabulary.pieces(), size);
    add("token_embd.weight", GgufType.Q8_0, List.of(shape.vocabulary(), size), words);
    float[] positions = numbers("position_embd", shape.positions() * size, POSITION);
    add("position_embd.weight", GgufType.F32, List.of(shape.positions(), size), positions);
    float[] segments = Arrays.copyOf(numbers("segment 0", size, FIRST_SEGMENT), 2 * size);
    System.arraycopy(numbers("segment 1", size, SECOND_SEGMENT), 0, segments, size, size);
    add("token_types.weight", GgufType.F32, List.of(2, size), segments);
    norm("token_embd_norm");
  }

  private void attention(String layer) {
    int size = shape.dimensions();
    linear(layer + "attn_q", new RandomRows(layer + "attn_q", size, size, 1));
    linear(layer + "attn_k", new RandomRows(layer + "attn_k", size, size, 1));
    linear(layer + "attn_v", new RandomRows(layer + "attn_v", size, size, 1).blindToShared());
    linear(layer + "attn_output", new RandomRows(layer + "attn_output", size, size, ATTENTION));
    norm(layer + "attn_output_norm");
  }

  private void feedForward(String layer) {
    int size = shape.dimensions();
    int inner = shape.feedForward();
    linear(layer + "ffn_up", new RandomRows(layer + "ffn_up", inner, size, 1).blindToShared());
    // GELU's mean is not 0, and would add the same to every token.
    linear(
        layer + "ffn_down",
        new RandomRows(layer + "ffn_down", size, inner, FEED_FORWARD).blindToMean());
    norm(layer + "layer_output_norm");
  }

  private void linear(String name, RandomRows rows) {
    List<Integer> sizes = List.of(rows.count(), rows.length());
    add(name + ".weight", GgufType.Q8_0, sizes, rows.values());
    addVector(name + ".bias", numbers(name + ".bias", rows.count(), BIAS));
  }

  private void norm(String name) {
    float[] scale = numbers(name + ".weight", shape.dimensions(), NORM);
    for (int i = 0; i < scale.length; i++) {
      scale[i] += 1;
    }
    addVector(name + ".weight", scale);
    addVector(name + ".bias", numbers(name + ".bias", shape.dimensions(), BIAS));
  }

  /** Makes a norm that has been added give 0 in the dimensions that pieces share. */
  private void dropSharedDirection(String norm) {
    tensors.replaceAll(
        tensor -> {
          if (!tensor.name().startsWith(norm)) {
            return tensor;
          }
          float[] values = tensor.values();
          Arrays.fill(values, 0, PieceVectors.SHARED, 0);
          return GgufTensor.of(tensor.name(), tensor.type(), tensor.shape(), values);
        });
  }

  private static float[] numbers(String name, int count, double deviation) {
    return new NamedNumbers(name).spread(count, deviation);
  }

  private void addVector(String name, float[] values) {
    add(name, GgufType.F32, List.of(values.length), values);
  }

  private void add(String name, GgufType type, List<Integer> sizes, float[] values) {
    tensors.add(GgufTensor.of(name, type, sizes, values));
  }
}
