/**
 * What application code sees: {@link dev.larder.api.UsesModel}, the engines that are injected for
 * it, and the closed family of {@link dev.larder.api.ModelException}.
 */
@NullMarked
package dev.larder.api;

import org.jspecify.annotations.NullMarked;
