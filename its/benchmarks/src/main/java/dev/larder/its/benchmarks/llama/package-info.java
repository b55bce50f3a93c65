/** GGUF models by Larder against java-llama.cpp itself. */
@NullMarked
package dev.larder.its.benchmarks.llama;

import org.jspecify.annotations.NullMarked;
