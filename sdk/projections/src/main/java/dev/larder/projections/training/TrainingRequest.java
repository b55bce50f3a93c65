package dev.larder.projections.training;

import dev.larder.api.EmbeddingEngine;
import dev.larder.projections.ProjectionFolder;
import dev.larder.projections.recipe.Recipe;

/**
 * What is to be learned, and from what.
 *
 * @param engine gives the vectors that are learned on; stays open
 * @param recipe says how
 * @param projection which one of the recipe's
 * @param examples to learn from and to measure with
 * @param folder where the projection is put
 * @param listener is told of the progress
 */
public record TrainingRequest(
    EmbeddingEngine engine,
    Recipe recipe,
    String projection,
    ExampleFile examples,
    ProjectionFolder folder,
    TrainingListener listener) {}
