/**
 * A stand-in for the Hugging Face hub: a hub and a CDN on this machine, over HTTPS, with every
 * fault that is known from the field.
 */
@NullMarked
package dev.larder.testkit.hub;

import org.jspecify.annotations.NullMarked;
