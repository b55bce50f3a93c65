/** Benchmarks of whole processes against what a person would do by hand. Linux only. */
@NullMarked
package dev.larder.its.benchmarks;

import org.jspecify.annotations.NullMarked;
