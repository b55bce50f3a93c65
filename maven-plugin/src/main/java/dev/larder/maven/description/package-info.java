/** Everything there is to know of a model. */
@NullMarked
package dev.larder.maven.description;

import org.jspecify.annotations.NullMarked;
