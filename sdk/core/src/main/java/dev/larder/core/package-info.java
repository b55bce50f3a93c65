/** The registry of models: what is known, what is on this machine, and how to get the rest. */
@NullMarked
package dev.larder.core;

import org.jspecify.annotations.NullMarked;
