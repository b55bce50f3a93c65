package dev.larder.projections.recipe;

import dev.larder.api.InvalidFileException;
import dev.larder.api.StorageException;
import dev.larder.core.file.AtomicFile;
import dev.larder.core.file.Place;
import dev.larder.core.format.SyntaxFault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
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
    AtomicFile.ofProject(path).write(text.getBytes(StandardCharsets.UTF_8));
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
      throw invalid("it is " + fault(e).text(), e);
    } catch (YamlEngineException e) {
      throw invalid("it is not valid YAML", e);
    }
  }

  private static SyntaxFault fault(MarkedYamlEngineException e) {
    return e.getProblemMark()
        .map(mark -> new SyntaxFault("YAML", mark.getLine() + 1, mark.getColumn() + 1, ""))
        .orElseGet(() -> new SyntaxFault("YAML", 0, 0, ""));
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
      throw Place.PROJECT.fault(path, e);
    }
  }

  private InvalidFileException invalid(String problem, @Nullable Exception cause) {
    return new InvalidFileException(
        path.toString(), problem, "mend the recipe; docs/projections.md shows one", cause);
  }
}
