/** The projects of this machine, and whether they have what they need. */
@NullMarked
package dev.larder.maven.overview;

import org.jspecify.annotations.NullMarked;
