/** How files arrive, told to people: a bar on a terminal, lines elsewhere. */
@NullMarked
package dev.larder.maven.progress;

import org.jspecify.annotations.NullMarked;
