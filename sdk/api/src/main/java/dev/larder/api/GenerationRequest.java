package dev.larder.api;

import java.util.List;

/**
 * What a {@link GenerationEngine} is to answer.
 *
 * <p>The same request gives the same answer on the same machine, as long as nothing else is
 * generated at the time: what an engine computes together can differ in the last bits.
 *
 * @param messages the conversation so far, oldest first; at least one
 * @param maxNewTokens where the answer is cut; at least 1
 * @param sampling how tokens are chosen
 * @param stop strings before which the answer ends
 * @param format what the answer may look like
 */
public record GenerationRequest(
    List<ChatMessage> messages,
    int maxNewTokens,
    Sampling sampling,
    List<String> stop,
    AnswerFormat format) {

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
    if (stop.contains("")) {
      throw new IllegalArgumentException("A stop string is empty");
    }
  }

  /** A single question, answered deterministically with at most 512 tokens. */
  public static GenerationRequest of(String question) {
    return of(List.of(ChatMessage.user(question)));
  }

  /** A conversation, gone on with deterministically by at most 512 tokens. */
  public static GenerationRequest of(List<ChatMessage> messages) {
    return new GenerationRequest(
        messages, 512, Sampling.likeliest(), List.of(), new AnswerFormat.Text());
  }

  /** The same, cut at another length. */
  public GenerationRequest withMaxNewTokens(int other) {
    return new GenerationRequest(messages, other, sampling, stop, format);
  }

  /** The same, with another choice of tokens. */
  public GenerationRequest withSampling(Sampling other) {
    return new GenerationRequest(messages, maxNewTokens, other, stop, format);
  }

  /** The same, with other strings that end it. */
  public GenerationRequest withStop(String... strings) {
    return new GenerationRequest(messages, maxNewTokens, sampling, List.of(strings), format);
  }

  /** The same, in another form. */
  public GenerationRequest withFormat(AnswerFormat other) {
    return new GenerationRequest(messages, maxNewTokens, sampling, stop, other);
  }
}
