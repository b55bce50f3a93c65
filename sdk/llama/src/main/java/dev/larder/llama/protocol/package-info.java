/** What the application and a worker say to each other. */
@NullMarked
package dev.larder.llama.protocol;

import org.jspecify.annotations.NullMarked;
