/** Binds an engine for every declared model: install {@code ModelsModule}. */
@NullMarked
package dev.larder.guice;

import org.jspecify.annotations.NullMarked;
