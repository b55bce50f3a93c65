package dev.larder.projections.recipe;

import java.util.List;
import java.util.Optional;

/**
 * A file that says which projections a project has, and how they are learned.
 *
 * @param file where it is, for messages
 * @param version of the format, 1 or 2
 * @param model the selector of the embedding model, if the recipe names one
 * @param modelLine the line that names it, from 1; the version's where none does
 * @param projections in the order of the file
 */
public record Recipe(
    String file,
    int version,
    Optional<String> model,
    int modelLine,
    List<ProjectionRecipe> projections) {

  /** The newest version. */
  public static final int NEWEST = 2;

  public Recipe {
    projections = List.copyOf(projections);
  }

  /**
   * The recipe of one projection.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public ProjectionRecipe projection(String name) {
    return projections.stream()
        .filter(projection -> projection.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s has no projection named \"%s\"".formatted(file, name)));
  }
}
