package dev.larder.projections;

/**
 * How well anchors find their positives among all documents of the examples: of each anchor's
 * positives, or of as many as there are places, the share that is among the nearest; the mean of
 * all anchors that are measured.
 *
 * @param at1 for the nearest document, from 0 to 1
 * @param at10 for the ten nearest
 */
public record Recall(double at1, double at10) {}
