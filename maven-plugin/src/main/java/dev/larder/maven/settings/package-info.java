/** The hub as Maven's settings describe the way to it: credentials and proxies. */
@NullMarked
package dev.larder.maven.settings;

import org.jspecify.annotations.NullMarked;
