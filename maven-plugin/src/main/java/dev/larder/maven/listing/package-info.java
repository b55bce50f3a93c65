/** The known models at a glance. */
@NullMarked
package dev.larder.maven.listing;

import org.jspecify.annotations.NullMarked;
