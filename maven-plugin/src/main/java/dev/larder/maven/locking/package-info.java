/** Locks that change without a fetch. */
@NullMarked
package dev.larder.maven.locking;

import org.jspecify.annotations.NullMarked;
