/**
 * How files and folders come to their places: complete, in one step, and with an error of their
 * own.
 */
@NullMarked
package dev.larder.core.file;

import org.jspecify.annotations.NullMarked;
