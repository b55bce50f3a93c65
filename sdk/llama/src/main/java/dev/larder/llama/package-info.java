/** Engines on llama.cpp, in a process of its own. */
@NullMarked
package dev.larder.llama;

import org.jspecify.annotations.NullMarked;
