package dev.larder.projections;

import dev.larder.api.InvalidFileException;
import dev.larder.api.ModelException;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.Selection;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.project.ModelResolver;
import dev.larder.projections.recipe.ProjectionRecipe;
import dev.larder.projections.recipe.Recipe;
import dev.larder.projections.recipe.RecipeModels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Looks whether what a project has learned still is what its recipe and its lock say. */
public final class ProjectProjections {

  private final RecipeModels models;
  private final ModelResolver resolver;

  /**
   * @param declared the selectors that the project declares
   */
  public ProjectProjections(Catalog catalog, ModelsLock lock, Collection<String> declared) {
    this.models = new RecipeModels(catalog, declared);
    this.resolver = new ModelResolver(catalog, lock);
  }

  /**
   * Every projection of a recipe. One that was never learned is no problem.
   *
   * @throws ModelException if the recipe itself does not fit its model
   */
  public List<ProjectProjection> check(Recipe recipe, ProjectionFolder folder) {
    Selection model = models.of(recipe);
    return recipe.projections().stream()
        .map(projection -> check(projection, model, folder))
        .toList();
  }

  private ProjectProjection check(
      ProjectionRecipe recipe, Selection model, ProjectionFolder folder) {
    Path file = folder.file(model.model().name(), recipe.name());
    if (!Files.exists(file)) {
      return new ProjectProjection(recipe, model, file, Optional.empty(), Optional.empty());
    }
    try {
      Projection learned = Projection.read(file);
      return new ProjectProjection(
          recipe, model, file, Optional.of(learned), drift(learned, recipe, model, file));
    } catch (ModelException e) {
      return new ProjectProjection(recipe, model, file, Optional.empty(), Optional.of(e));
    }
  }

  private Optional<ModelException> drift(
      Projection learned, ProjectionRecipe recipe, Selection model, Path file) {
    String sha256 = resolver.resolve(model.key().text()).files().get(0).sha256();
    if (sha256 != null && !sha256.equals(learned.origin().modelSha256())) {
      return Optional.of(
          drift(
              file,
              "it was learned on %s with the digest %s, and this project has %s with the digest %s"
                  .formatted(
                      learned.origin().model(),
                      learned.origin().modelSha256(),
                      model.key(),
                      sha256)));
    }
    return learned.origin().recipeSha256().equals(recipe.sha256())
        ? Optional.empty()
        : Optional.of(drift(file, "its recipe has changed since it was learned"));
  }

  private static InvalidFileException drift(Path file, String problem) {
    return new InvalidFileException(
        file.toString(), problem, "train the projection again, or undo the change", null);
  }
}
