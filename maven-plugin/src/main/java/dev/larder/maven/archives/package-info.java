/** Models on their way to machines without a network, and there. */
@NullMarked
package dev.larder.maven.archives;

import org.jspecify.annotations.NullMarked;
