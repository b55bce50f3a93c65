/**
 * How this project's files are read: strictly, within bounds, and with the place of every fault.
 */
@NullMarked
package dev.larder.core.format;

import org.jspecify.annotations.NullMarked;
