package dev.larder.maven.projections;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.larder.maven.output.Finding;
import dev.larder.projections.recipe.RecipeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A recipe that was to be brought to the newest version.
 *
 * @param file the recipe
 * @param changed whether it was an older one
 */
public record UpgradedRecipe(Path file, boolean changed) implements Finding {

  /** Upgrades a recipe in its place. */
  public static UpgradedRecipe upgrade(Path file) {
    return new UpgradedRecipe(file, new RecipeFile(file).upgrade());
  }

  @Override
  public List<String> lines() {
    return List.of(
        changed
            ? file + " has version 2 now; the model says the input's dimension"
            : file + " has version 2 already");
  }

  @Override
  public void writeJson(JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeStringField("recipe", file.toString());
    json.writeBooleanField("changed", changed);
    json.writeEndObject();
  }
}
