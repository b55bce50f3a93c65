package dev.larder.projections.training;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.InvalidFileException;
import dev.larder.api.ModelInfo;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.Selection;
import dev.larder.projections.Figures;
import dev.larder.projections.Origin;
import dev.larder.projections.Projection;
import dev.larder.projections.Recall;
import dev.larder.projections.network.Network;
import dev.larder.projections.recipe.ProjectionRecipe;
import dev.larder.projections.recipe.Recipe;
import dev.larder.projections.recipe.RecipeModels;
import java.util.List;
import java.util.Random;

/**
 * Learns projections.
 *
 * <p>Spreads the arithmetic over the common pool. One recipe, one file of examples and one model
 * give the same bytes each time, however many processors there are.
 */
public final class Trainer {

  private Trainer() {}

  /**
   * Learns a projection and puts it into its file. Until that is complete, the old file stays.
   *
   * @return the projection, with what it brought on anchors that were held out
   * @throws InvalidFileException if the examples cannot be used or are too few, or if the recipe is
   *     about another model than the engine's
   * @throws InterruptedException if the thread is interrupted; nothing is written then but the
   *     cache
   */
  public static Projection train(TrainingRequest request) throws InterruptedException {
    ProjectionRecipe recipe = request.recipe().projection(request.projection());
    EmbeddingEngine engine = request.engine();
    ModelInfo model = engine.model();
    requireModel(request.recipe(), model);
    Samples samples =
        Samples.of(
            request.examples().read(),
            new EmbeddingCache(
                engine, request.folder().cache(model.name(), model.sha256()), request.listener()));
    if (samples.anchors().length < Parts.FEWEST_ANCHORS) {
      throw new InvalidFileException(
          request.examples().path().toString(),
          "it has %d different anchors, and %d are the fewest to learn from"
              .formatted(samples.anchors().length, Parts.FEWEST_ANCHORS),
          "add examples",
          null);
    }
    Random random = new Random(recipe.seed());
    Parts parts = Parts.of(samples, random);
    Training.Best best = new Training(recipe, samples, parts, random, request.listener()).run();
    if (best.epoch() == 0) {
      throw new InvalidFileException(
          request.recipe().file(),
          "line %d: %s cannot be learned with a learning_rate of %s"
              .formatted(recipe.line(), recipe.name(), recipe.learningRate()),
          "make it smaller",
          null);
    }
    Projection projection =
        new Projection(
            best.network(), Origin.of(model, recipe.sha256()), figures(samples, parts, best));
    projection.write(request.folder().file(model.name(), recipe.name()));
    return projection;
  }

  private static void requireModel(Recipe recipe, ModelInfo model) {
    String selector = model.name() + ":" + model.variant();
    Selection wanted = new RecipeModels(Catalog.builtIn(), List.of(selector)).of(recipe);
    if (!wanted.model().name().equals(model.name())) {
      throw new InvalidFileException(
          recipe.file(),
          "line %d: it is about %s, and the engine runs %s"
              .formatted(recipe.modelLine(), wanted.key(), selector),
          "use the engine of that model, or change embedding_model",
          null);
    }
  }

  private static Figures figures(Samples samples, Parts parts, Training.Best best) {
    Measurement measurement = new Measurement(parts.heldOut());
    Network network = best.network();
    Recall before = measurement.of(samples.anchors(), samples.documents());
    Recall after =
        measurement.of(network.apply(samples.anchors()), network.apply(samples.documents()));
    return new Figures(samples.all().size(), parts.heldOut().size(), best.epoch(), before, after);
  }
}
