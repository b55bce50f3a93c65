/** Lines for people. */
@NullMarked
package dev.larder.maven.output;

import org.jspecify.annotations.NullMarked;
