@NullMarked
package dev.larder.its.benchmarks;

import org.jspecify.annotations.NullMarked;
