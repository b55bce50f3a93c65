/** The models of a project as a bill of materials. */
@NullMarked
package dev.larder.maven.bom;

import org.jspecify.annotations.NullMarked;
