package dev.larder.api;

/**
 * A document's place in an answer to {@link RerankEngine#rerank}.
 *
 * @param index the document's position in the list that was passed in, from 0
 * @param score the model's own score (a logit): higher is better, comparable within one query only
 * @param truncatedTokens how many tokens of the document were cut off, because query and document
 *     together are longer than the model reads; 0 for most, and at least so many where they are far
 *     longer
 */
public record RankedDocument(int index, float score, int truncatedTokens) {

  /** The score between 0 and 1, by the logistic function. */
  public double probability() {
    return 1 / (1 + Math.exp(-score));
  }
}
