/** Where models lie. */
@NullMarked
package dev.larder.maven.location;

import org.jspecify.annotations.NullMarked;
