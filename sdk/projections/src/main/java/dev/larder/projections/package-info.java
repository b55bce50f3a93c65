/** What a project learns on top of an embedding model, and how it is applied. */
@NullMarked
package dev.larder.projections;

import org.jspecify.annotations.NullMarked;
