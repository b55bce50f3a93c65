/** Embedding against langchain4j: the same files, the same texts, each in a JVM of its own. */
@NullMarked
package dev.larder.its.benchmarks.embedding;

import org.jspecify.annotations.NullMarked;
