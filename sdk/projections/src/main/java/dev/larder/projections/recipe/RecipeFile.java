package dev.larder.projections.recipe;

import dev.larder.api.InvalidFileException;
import dev.larder.api.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A recipe on disk: YAML, at most 64 kB.
 *
 * @param path where it is
 */
public record RecipeFile(Path path) {

  private static final int MAX_BYTES = 1 << 16;

  /**
   * Reads the recipe.
   *
   * @throws InvalidFileException if it is not one; says the line
   * @throws StorageException if it cannot be read
   */
  public Recipe read() {
    return parse(text());
  }

  /**
   * Brings a recipe of version 1 to version 2, and leaves everything else of the file as it is. One
   * of version 2 stays as it is.
   *
   * @return whether anything was changed
   */
  public boolean upgrade() {
    String old = text();
    Recipe recipe = parse(old);
    if (recipe.version() == Recipe.NEWEST) {
      return false;
    }
    String text = parsing(old, RecipeUpgrade::upgrade);
    requireSame(recipe, parse(text));
    try {
      Path temporary = path.resolveSibling(path.getFileName() + ".tmp");
      Files.writeString(temporary, text);
      Files.move(
          temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new StorageException(
          path.toString(), "a recipe cannot be written", "check the permissions", e);
    }
    return true;
  }

  /** An upgrade that would change what is learned is none. */
  private void requireSame(Recipe old, Recipe upgraded) {
    for (ProjectionRecipe before : old.projections()) {
      ProjectionRecipe after = upgraded.projection(before.name());
      if (before.hidden() != after.hidden() || before.outputs() != after.outputs()) {
        throw invalid(
            "line %d: the layers are written in a way that is not upgraded"
                .formatted(before.line()),
            null);
      }
    }
  }

  private Recipe parse(String text) {
    return parsing(text, yaml -> RecipeReader.read(path.toString(), yaml));
  }

  private interface Parser<T> {
    T parse(String text);
  }

  private <T> T parsing(String text, Parser<T> parser) {
    try {
      return parser.parse(text);
    } catch (RecipeProblem e) {
      throw invalid("line %d: %s".formatted(e.line(), e.getMessage()), e);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
      throw invalid("line %d: it is not YAML: %s".formatted(line, e.getProblem()), e);
    } catch (YamlEngineException e) {
      throw invalid("it is not YAML: " + e.getMessage(), e);
    }
  }

  private String text() {
    try (InputStream input = Files.newInputStream(path)) {
      byte[] bytes = input.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw invalid("it is larger than 64 kB", null);
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw invalid("it is not text in UTF-8", e);
    } catch (IOException e) {
      throw new StorageException(
          path.toString(), "a recipe cannot be read", "check that it is there", e);
    }
  }

  private InvalidFileException invalid(String problem, @Nullable Exception cause) {
    return new InvalidFileException(
        path.toString(), problem, "mend the recipe; docs/projections.md shows one", cause);
  }
}
