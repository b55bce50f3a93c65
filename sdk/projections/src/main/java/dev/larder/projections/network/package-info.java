/** A network of two layers, and the arithmetic that it is run and taught with. */
@NullMarked
package dev.larder.projections.network;

import org.jspecify.annotations.NullMarked;
