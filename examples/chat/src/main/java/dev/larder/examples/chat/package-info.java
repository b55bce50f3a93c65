/** A chat in a terminal, with a model that is injected or with one that is named. */
@NullMarked
package dev.larder.examples.chat;

import org.jspecify.annotations.NullMarked;
