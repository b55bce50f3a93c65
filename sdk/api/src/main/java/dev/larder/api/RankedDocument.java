package dev.larder.api;

/**
 * A document's place in an answer to {@link RerankEngine#rerank}.
 *
 * @param index the document's position in the list that was passed in, from 0
 * @param score the model's own score (a logit): higher is better, comparable within one query only
 */
public record RankedDocument(int index, float score) {}
