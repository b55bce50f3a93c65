package dev.larder.projections.training;

import java.util.OptionalInt;

/**
 * An example, as numbers of its texts.
 *
 * @param anchor which anchor
 * @param positive which document
 * @param negative which document
 */
record Sample(int anchor, int positive, OptionalInt negative) {}
