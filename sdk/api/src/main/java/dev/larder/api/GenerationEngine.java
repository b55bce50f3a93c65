package dev.larder.api;

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

  /** The whole answer. */
  default Generation generate(GenerationRequest request) {
    return generate(request, piece -> {});
  }

  /**
   * The whole answer, whose pieces are also handed on as they come, in order, by the calling
   * thread. An exception of the consumer ends the generation and is thrown on.
   */
  Generation generate(GenerationRequest request, Consumer<String> pieces);
}
