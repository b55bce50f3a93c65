/** One run for one project: from what its class path declares to what it has in the store. */
@NullMarked
package dev.larder.maven.preparation;

import org.jspecify.annotations.NullMarked;
