/** What one project or application declares, and its way into the lock and the store. */
@NullMarked
package dev.larder.core.project;

import org.jspecify.annotations.NullMarked;
