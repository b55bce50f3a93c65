/** How a project's projections are to be learned, as a person writes it down. */
@NullMarked
package dev.larder.projections.recipe;

import org.jspecify.annotations.NullMarked;
