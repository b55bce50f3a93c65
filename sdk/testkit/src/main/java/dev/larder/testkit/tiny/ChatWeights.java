package dev.larder.testkit.tiny;

import dev.larder.testkit.gguf.GgufTensor;
import dev.larder.testkit.gguf.GgufType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The numbers of {@link TinyChatModel}. Each token has a direction at random; the last matrix
 * finds, for every token, that of the one before it in the story. What lies between is random and
 * gentle, so that a token's past matters a little.
 */
final class ChatWeights {

  /** How far the next token of the story is above all others, before the temperature. */
  private static final double CERTAINTY = 16;

  private static final double GENTLE = 0.02;

  private static final int SIZE = TinyChatModel.DIMENSIONS;

  private final List<GgufTensor> tensors = new ArrayList<>();

  private ChatWeights() {}

  static List<GgufTensor> of(ChatVocabulary vocabulary) {
    ChatWeights weights = new ChatWeights();
    int tokens = vocabulary.tokens().size();
    float[] directions = new NamedNumbers("chat tokens").spread(tokens * SIZE, 1);
    weights.matrix("token_embd", tokens, SIZE, directions);
    for (int layer = 0; layer < TinyChatModel.LAYERS; layer++) {
      weights.layer("blk." + layer + ".");
    }
    weights.norm("output_norm");
    weights.matrix("output", tokens, SIZE, nextTokens(vocabulary, directions));
    return List.copyOf(weights.tensors);
  }

  private static float[] nextTokens(ChatVocabulary vocabulary, float[] directions) {
    float[] rows = new float[directions.length];
    for (Map.Entry<Integer, Integer> pair : vocabulary.next().entrySet()) {
      for (int i = 0; i < SIZE; i++) {
        rows[pair.getValue() * SIZE + i] +=
            (float) (directions[pair.getKey() * SIZE + i] * CERTAINTY / SIZE);
      }
    }
    return rows;
  }

  private void layer(String name) {
    norm(name + "attn_norm");
    for (String part : List.of("attn_q", "attn_k", "attn_v")) {
      random(name + part, SIZE, SIZE, 1);
    }
    random(name + "attn_output", SIZE, SIZE, GENTLE);
    norm(name + "ffn_norm");
    random(name + "ffn_gate", TinyChatModel.FEED_FORWARD, SIZE, 1);
    random(name + "ffn_up", TinyChatModel.FEED_FORWARD, SIZE, 1);
    random(name + "ffn_down", SIZE, TinyChatModel.FEED_FORWARD, GENTLE);
  }

  private void random(String name, int count, int length, double gain) {
    matrix(name, count, length, new RandomRows("chat " + name, count, length, gain).values());
  }

  private void norm(String name) {
    float[] ones = new float[SIZE];
    Arrays.fill(ones, 1);
    tensors.add(GgufTensor.of(name + ".weight", GgufType.F32, List.of(SIZE), ones));
  }

  private void matrix(String name, int count, int length, float[] values) {
    tensors.add(GgufTensor.of(name + ".weight", GgufType.Q8_0, List.of(count, length), values));
  }
}
