/** Model files that lie in a project, on their way into the store. */
@NullMarked
package dev.larder.maven.migration;

import org.jspecify.annotations.NullMarked;
