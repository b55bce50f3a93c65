/** Learning a projection from examples. */
@NullMarked
package dev.larder.projections.training;

import org.jspecify.annotations.NullMarked;
