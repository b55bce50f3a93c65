/** Learns what belongs together, and searches by it. */
@NullMarked
package dev.larder.examples.projections;

import org.jspecify.annotations.NullMarked;
