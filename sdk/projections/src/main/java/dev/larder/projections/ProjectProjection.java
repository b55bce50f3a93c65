package dev.larder.projections;

import dev.larder.api.ModelException;
import dev.larder.core.catalog.Selection;
import dev.larder.projections.recipe.ProjectionRecipe;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A projection that a project has a recipe for.
 *
 * @param recipe how it is learned
 * @param model what it is learned on
 * @param file where it is, or will be
 * @param learned what was learned, if it is there and can be read
 * @param problem why that cannot be used as things stand
 */
public record ProjectProjection(
    ProjectionRecipe recipe,
    Selection model,
    Path file,
    Optional<Projection> learned,
    Optional<ModelException> problem) {}
