/** The exact files that a project uses: {@code models.lock}. */
@NullMarked
package dev.larder.core.lock;

import org.jspecify.annotations.NullMarked;
