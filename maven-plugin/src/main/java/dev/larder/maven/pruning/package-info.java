/** Models that leave the store to make room. */
@NullMarked
package dev.larder.maven.pruning;

import org.jspecify.annotations.NullMarked;
