/** Search by meaning over a vector index of Apache Lucene. */
@NullMarked
package dev.larder.examples.search;

import org.jspecify.annotations.NullMarked;
