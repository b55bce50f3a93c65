/** What a person is asked before something large happens. */
@NullMarked
package dev.larder.maven.questions;

import org.jspecify.annotations.NullMarked;
