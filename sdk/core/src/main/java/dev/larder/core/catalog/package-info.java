/** The built-in list of known models, and the selectors that name them. */
@NullMarked
package dev.larder.core.catalog;

import org.jspecify.annotations.NullMarked;
