/** Writes GGUF files, version 3, as llama.cpp reads them. */
@NullMarked
package dev.larder.testkit.gguf;

import org.jspecify.annotations.NullMarked;
