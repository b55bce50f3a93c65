/** What the code of one jar declares, as the annotation processor wrote it. */
@NullMarked
package dev.larder.core.manifest;

import org.jspecify.annotations.NullMarked;
