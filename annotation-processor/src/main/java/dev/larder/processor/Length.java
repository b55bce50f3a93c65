package dev.larder.processor;

/**
 * One {@code @Dimensions} in the code.
 *
 * @param dimensions what it says
 * @param place where
 */
record Length(int dimensions, Place place) {}
