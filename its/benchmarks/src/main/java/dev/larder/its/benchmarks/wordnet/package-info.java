/** WordNet as a text corpus, and as a task that shows what a change of a model costs in quality. */
@NullMarked
package dev.larder.its.benchmarks.wordnet;

import org.jspecify.annotations.NullMarked;
