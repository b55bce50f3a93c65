/**
 * Runs in the worker: the only code that touches llama.cpp. Needs nothing but the JDK and
 * java-llama.cpp on its class path.
 */
@NullMarked
package dev.larder.llama.worker;

import org.jspecify.annotations.NullMarked;
