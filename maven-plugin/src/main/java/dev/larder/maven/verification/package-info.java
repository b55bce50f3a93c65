/** Whether the store still has what was fetched. */
@NullMarked
package dev.larder.maven.verification;

import org.jspecify.annotations.NullMarked;
