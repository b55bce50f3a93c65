@NullMarked
package dev.larder.its.benchmarks.models;

import org.jspecify.annotations.NullMarked;
