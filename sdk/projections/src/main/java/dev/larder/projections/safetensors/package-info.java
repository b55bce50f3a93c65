/** The format that weights are kept in, to the letter of its specification. */
@NullMarked
package dev.larder.projections.safetensors;

import org.jspecify.annotations.NullMarked;
