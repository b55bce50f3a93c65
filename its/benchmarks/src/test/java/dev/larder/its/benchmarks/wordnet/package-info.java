@NullMarked
package dev.larder.its.benchmarks.wordnet;

import org.jspecify.annotations.NullMarked;
