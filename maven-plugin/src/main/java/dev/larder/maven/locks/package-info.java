/** What the projects of a build lock. */
@NullMarked
package dev.larder.maven.locks;

import org.jspecify.annotations.NullMarked;
