/** What an engine module offers, and how the best offer is found. */
@NullMarked
package dev.larder.core.engine;

import org.jspecify.annotations.NullMarked;
