/** A small search over sentences: the shortest complete use of Larder. */
@NullMarked
package dev.larder.examples.quickstart;

import org.jspecify.annotations.NullMarked;
