/** The cache that all projects of one machine share. */
@NullMarked
package dev.larder.core.store;

import org.jspecify.annotations.NullMarked;
