/** The models of a new checkout. */
@NullMarked
package dev.larder.maven.initialisation;

import org.jspecify.annotations.NullMarked;
