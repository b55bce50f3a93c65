/** The goals: each turns its parameters into a request, and a result into lines for people. */
@NullMarked
package dev.larder.maven;

import org.jspecify.annotations.NullMarked;
