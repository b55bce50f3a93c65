package dev.larder.api;

import java.util.List;

/**
 * What a {@link GenerationEngine} is to answer.
 *
 * @param messages the conversation so far, oldest first; at least one
 * @param maxNewTokens where the answer is cut; at least 1
 * @param temperature 0 for the likeliest token every time, up to 2
 * @param seed the same seed and request give the same answer on the same machine
 * @param stop strings before which the answer ends
 */
public record GenerationRequest(
    List<ChatMessage> messages, int maxNewTokens, float temperature, long seed, List<String> stop) {

  public GenerationRequest {
    messages = List.copyOf(messages);
    stop = List.copyOf(stop);
    if (messages.isEmpty()) {
      throw new IllegalArgumentException("A request needs at least one message");
    }
    if (maxNewTokens < 1) {
      throw new IllegalArgumentException(
          "maxNewTokens is %d, not positive".formatted(maxNewTokens));
    }
    if (!(temperature >= 0 && temperature <= 2)) {
      throw new IllegalArgumentException("temperature is %s, not in 0 to 2".formatted(temperature));
    }
  }

  /** A single question, answered deterministically with at most 512 tokens. */
  public static GenerationRequest of(String question) {
    return new GenerationRequest(List.of(ChatMessage.user(question)), 512, 0, 0, List.of());
  }
}
