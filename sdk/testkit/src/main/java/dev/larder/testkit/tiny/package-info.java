/**
 * A BERT-shaped network with fixed weights, whose vectors reflect shared words: lexical, not
 * semantic.
 */
@NullMarked
package dev.larder.testkit.tiny;

import org.jspecify.annotations.NullMarked;
