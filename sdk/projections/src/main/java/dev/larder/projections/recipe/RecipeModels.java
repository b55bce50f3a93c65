package dev.larder.projections.recipe;

import dev.larder.api.DimensionMismatchException;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.InvalidFileException;
import dev.larder.api.UnknownModelException;
import dev.larder.api.WrongTaskException;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.Selection;
import dev.larder.core.catalog.Task;
import java.util.Collection;
import java.util.List;

/**
 * Says which model a recipe is about.
 *
 * @param catalog what names mean
 * @param declared the selectors that the project declares
 */
public record RecipeModels(Catalog catalog, Collection<String> declared) {

  /** The alias of the model that is meant where several are declared. */
  private static final String DEFAULT = "default-embed";

  public RecipeModels {
    declared = List.copyOf(declared);
  }

  /**
   * The model that the recipe names; where it names none, the only embedding model that the project
   * declares, or of several the one that is {@code default-embed}.
   *
   * @throws UnknownModelException if the recipe names no known model
   * @throws InvalidFileException if it names one that does not embed, or none, and the project does
   *     not say which is meant
   * @throws DimensionMismatchException if the recipe is of version 1, and repeats another dimension
   *     than the model has
   */
  public Selection of(Recipe recipe) {
    Selection selection = selection(recipe);
    int dimensions = selection.model().dimensions();
    for (ProjectionRecipe projection : recipe.projections()) {
      int expected = projection.inputs().orElse(dimensions);
      if (expected != dimensions) {
        throw new DimensionMismatchException(
            recipe.model().orElse(selection.key().text()),
            expected,
            dimensions,
            "%s, line %d, layers of %s"
                .formatted(recipe.file(), projection.line(), projection.name()));
      }
    }
    return selection;
  }

  private Selection selection(Recipe recipe) {
    if (recipe.model().isEmpty()) {
      return declaredModel(recipe);
    }
    try {
      return catalog.select(EmbeddingEngine.class, recipe.model().get());
    } catch (UnknownModelException e) {
      throw e.askedBy(place(recipe));
    } catch (WrongTaskException e) {
      throw invalid(recipe, "it names a model that does not embed texts");
    }
  }

  private Selection declaredModel(Recipe recipe) {
    if (declared.contains(DEFAULT)) {
      return catalog.select(EmbeddingEngine.class, DEFAULT);
    }
    List<Selection> embedding =
        declared.stream()
            .map(catalog::select)
            .filter(selection -> selection.model().task() == Task.EMBEDDING)
            .distinct()
            .toList();
    if (embedding.size() != 1) {
      throw invalid(
          recipe,
          embedding.isEmpty()
              ? "it names no embedding model, and the project declares none"
              : "it names no embedding model, and the project declares several: "
                  + String.join(", ", embedding.stream().map(s -> s.key().text()).toList()));
    }
    return embedding.get(0);
  }

  private static String place(Recipe recipe) {
    return "%s, line %d".formatted(recipe.file(), recipe.modelLine());
  }

  private static InvalidFileException invalid(Recipe recipe, String problem) {
    return new InvalidFileException(
        recipe.file(),
        "line %d: %s".formatted(recipe.modelLine(), problem),
        "name an embedding model with embedding_model",
        null);
  }
}
