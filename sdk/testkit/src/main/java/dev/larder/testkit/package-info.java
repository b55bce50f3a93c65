/** What tests need: the tiny model, fake engines, a stand-in hub. */
@NullMarked
package dev.larder.testkit;

import org.jspecify.annotations.NullMarked;
