package dev.larder.api;

import java.util.List;

/**
 * Turns texts into vectors.
 *
 * <p>The engine adds the prefix that the model wants for a text's role, pools and normalises as the
 * model was trained. A text's vector does not depend on the other texts of a batch. An empty text
 * has a defined vector, that of the model's special tokens alone. A text longer than {@link
 * #maxTokens()} is treated as the request says, and cut at its end where there is none. A null text
 * is a {@link NullPointerException}, before anything is run.
 *
 * <p>Every method may throw {@link EngineException} when native code fails.
 */
public non-sealed interface EmbeddingEngine extends Engine {

  /** The length of every vector. */
  int dimensions();

  /** How many tokens of a text the model reads, special tokens and prefix included. */
  int maxTokens();

  /**
   * How many tokens a text has for this model, special tokens and the role's prefix included,
   * before anything is cut.
   */
  int countTokens(String text, TextRole role);

  /**
   * The same for who only wants to know whether a text fits: of a long text not much more is looked
   * at than that takes.
   *
   * @param most at least 0
   * @return how many tokens it has, or {@code most} where it has more
   */
  default int countTokens(String text, TextRole role, int most) {
    return Math.min(countTokens(text, role), most);
  }

  /**
   * The vectors of the request's texts, in their order; empty where there is none.
   *
   * @throws OverlongTextException for the first text that is too long, if the request says {@link
   *     Overlong#FAIL}, or if the prefix leaves no room for a window of a text
   * @throws IllegalArgumentException if the request has a task, and the model is not told any
   */
  List<Embedding> embed(EmbeddingRequest request);

  /** The vectors of several texts, in their order; empty for an empty list. */
  default List<Embedding> embedAll(List<String> texts, TextRole role) {
    return embed(EmbeddingRequest.of(texts, role));
  }

  /** The vector of one text. */
  default Embedding embed(String text, TextRole role) {
    return embedAll(List.of(text), role).get(0);
  }
}
