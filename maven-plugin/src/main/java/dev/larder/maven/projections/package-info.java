/** What projects have learned on top of their models. */
@NullMarked
package dev.larder.maven.projections;

import org.jspecify.annotations.NullMarked;
