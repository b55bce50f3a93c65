/** What the store asks of whoever can fetch a file. */
@NullMarked
package dev.larder.core.fetch;

import org.jspecify.annotations.NullMarked;
