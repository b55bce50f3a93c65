package dev.larder.api;

import java.util.List;

/**
 * Scores documents against a query by reading both together, which is slower and more exact than
 * comparing embeddings.
 *
 * <p>An empty text is scored like any other. Where a query and a document together are longer than
 * {@link #maxTokens()}, the document is cut at its end, and {@link
 * RankedDocument#truncatedTokens()} says by how much. A null text is a {@link
 * NullPointerException}, before anything is run.
 *
 * <p>Every method may throw {@link EngineException} when native code fails.
 */
public non-sealed interface RerankEngine extends Engine {

  /** How many tokens of query and document together the model reads, special tokens included. */
  int maxTokens();

  /**
   * The documents, best first; documents of equal score stay in their order.
   *
   * @throws IllegalArgumentException if the query alone is so long that no document has room
   */
  List<RankedDocument> rerank(String query, List<String> documents);
}
