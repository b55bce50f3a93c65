/**
 * Models as one archive, for machines without a network: a zip, nothing in it compressed, that
 * holds first a lock and then each file under its digest.
 */
@NullMarked
package dev.larder.core.archive;

import org.jspecify.annotations.NullMarked;
