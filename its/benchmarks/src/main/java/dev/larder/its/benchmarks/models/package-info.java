/** Real models, from artifacts that any build can have: what generated weights cannot show. */
@NullMarked
package dev.larder.its.benchmarks.models;

import org.jspecify.annotations.NullMarked;
