/** Models that leave the store by name. */
@NullMarked
package dev.larder.maven.removal;

import org.jspecify.annotations.NullMarked;
