/** Checks declared models at compile time and writes the manifest. */
@NullMarked
package dev.larder.processor;

import org.jspecify.annotations.NullMarked;
