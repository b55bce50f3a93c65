/** Starts workers, speaks with them, and stops them. */
@NullMarked
package dev.larder.llama.process;

import org.jspecify.annotations.NullMarked;
