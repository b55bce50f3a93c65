/** Fetches models over HTTPS and verifies them while they stream. */
@NullMarked
package dev.larder.hub;

import org.jspecify.annotations.NullMarked;
