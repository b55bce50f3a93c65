package dev.larder.processor;

/**
 * A {@code @Dimensions} without {@code @UsesModel}, for instance on the field of a vector store.
 *
 * @param length what it says
 * @param topLevelType the qualified name of the type whose models it is about
 */
record LoneLength(Length length, String topLevelType) {}
