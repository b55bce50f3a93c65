package dev.larder.api;

import java.util.concurrent.Flow;
import java.util.function.Consumer;

/**
 * Writes text.
 *
 * <p>A request whose messages are longer than {@link #maxTokens()} leaves no room for an answer and
 * is an {@link IllegalArgumentException}; nothing is cut silently.
 *
 * <p>Every method may throw {@link EngineException} when native code fails.
 */
public non-sealed interface GenerationEngine extends Engine {

  /** How many tokens messages and answer together may have. */
  int maxTokens();

  /** The answer, to be pulled piece by piece. Close it, or the engine writes it to the end. */
  GenerationStream stream(GenerationRequest request);

  /** The whole answer. */
  default Generation generate(GenerationRequest request) {
    return generate(request, piece -> {});
  }

  /**
   * The whole answer, whose pieces are also handed on as they come, in order, by the calling
   * thread. An exception of the consumer ends the generation and is thrown on.
   */
  default Generation generate(GenerationRequest request, Consumer<String> pieces) {
    try (GenerationStream stream = stream(request)) {
      stream.forEachRemaining(pieces);
      return stream.result();
    }
  }

  /**
   * The pieces of an answer, for reactive code: every subscription is a generation of its own, on a
   * thread of its own. Cancelling it ends the generation within a token.
   */
  default Flow.Publisher<String> publish(GenerationRequest request) {
    return new GenerationPublisher(this, request);
  }
}
