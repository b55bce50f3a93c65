/** The models of a project as a page. */
@NullMarked
package dev.larder.maven.report;

import org.jspecify.annotations.NullMarked;
