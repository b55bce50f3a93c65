/** What a store has. */
@NullMarked
package dev.larder.maven.contents;

import org.jspecify.annotations.NullMarked;
