/** Models that are fetched by name. */
@NullMarked
package dev.larder.maven.addition;

import org.jspecify.annotations.NullMarked;
