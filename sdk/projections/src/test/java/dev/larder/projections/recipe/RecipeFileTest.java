package dev.larder.projections.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.larder.api.InvalidFileException;
import dev.larder.api.ModelException;
import dev.larder.core.catalog.Catalog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecipeFileTest {

  @TempDir private Path folder;

  @Test
  void versionTwoTakesItsInputFromTheModel() throws IOException {
    Recipe recipe = resource("two.yaml").read();

    assertThat(recipe.version()).isEqualTo(2);
    assertThat(recipe.model()).contains("minilm");
    assertThat(recipe.modelLine()).isEqualTo(3);
    assertThat(recipe.projections())
        .containsExactly(
            new ProjectionRecipe(
                "semantic", Optional.empty(), 512, 128, 20, 64, 0.0005, 0.3, 42, 6),
            new ProjectionRecipe("temporal", Optional.empty(), 256, 64, 10, 32, 0.001, 0.5, 0, 14));
    assertThat(recipe.projection("temporal").outputs()).isEqualTo(64);
  }

  @Test
  void versionOneRepeatsTheInput() throws IOException {
    Recipe recipe = resource("one.yaml").read();

    assertThat(recipe.version()).isEqualTo(1);
    assertThat(recipe.projections())
        .extracting(ProjectionRecipe::inputs)
        .containsOnly(Optional.of(384));
    assertThat(recipe.projection("semantic").hidden()).isEqualTo(512);
  }

  @ParameterizedTest
  @ValueSource(strings = {"one.yaml", "one-crlf.yaml"})
  void theUpgradeKeepsEverythingButTheInput(String name) throws IOException {
    RecipeFile file = resource(name);
    Recipe old = file.read();

    assertThat(file.upgrade()).isTrue();

    assertThat(Files.readString(file.path())).isEqualTo(text(name.replace("one", "upgraded")));
    assertThat(file.read().version()).isEqualTo(2);
    assertThat(file.read().projections()).hasSameSizeAs(old.projections());
  }

  @Test
  void whatIsNewIsNotUpgraded() throws IOException {
    RecipeFile file = resource("two.yaml");

    assertThat(file.upgrade()).isFalse();
    assertThat(Files.readString(file.path())).isEqualTo(text("two.yaml"));
  }

  static List<Arguments> wrongRecipes() {
    String head = "version: 2\nprojections:\n";
    return List.of(
        arguments("", "line 1: it is empty"),
        arguments("- 1", "line 1: the recipe is not a map"),
        arguments("projections: {}", "line 1: \"version\" is missing"),
        arguments(
            "# later\nversion: 3\n", "line 2: version 3 is unknown; this Larder reads 1 and 2"),
        arguments("version: 0", "line 1: version 0 is unknown"),
        arguments("version: two", "line 1: version is not an integer"),
        arguments("version: 2", "line 1: \"projections\" is missing"),
        arguments("version: 2\nprojections: {}", "line 2: projections is empty"),
        arguments("version: 2\nprojections:", "line 2: projections is not a map"),
        arguments("version: 2\nmodel: x\nprojections: {}", "line 2: \"model\" is not one of"),
        arguments(
            "version: 1\nprojections:\n  a: {layers: [3, 2, 1], epochs: 1, batch_size: 1}",
            "\"embedding_model\" is missing; version 1 needs it"),
        arguments(head + "  a:\n    epochs: 1", "line 4: \"layers\" is missing"),
        arguments(
            head + "  a:\n    layers: [384, 512, 128]",
            "line 4: layers has 3 numbers; version 2 has 2: hidden, output"),
        arguments(
            "version: 1\nembedding_model: minilm\nprojections:\n  a:\n    layers: [512, 128]",
            "line 5: layers has 2 numbers; version 1 has 3: input, hidden, output"),
        arguments(head + "  a:\n    layers: []", "line 4: layers has 0 numbers"),
        arguments(
            head + "  a:\n    layers: [0, 1]", "line 4: a number of layers is not an integer"),
        arguments(head + "  a:\n    layers: [1, 1.5]", "line 4: a number of layers is not"),
        arguments(head + "  a:\n    layers: 5", "line 4: layers is not a list"),
        arguments(
            head + "  a: {layers: [2, 1], epochs: 1, batch_size: 1}\n  a: {}",
            "line 4: \"a\" is there twice"),
        arguments(
            head + "  a:\n    layers: [2, 1]\n    epochs: 1\n    epochs: 2",
            "line 6: \"epochs\" is there twice"),
        arguments(
            head + "  a:\n    layers: [2, 1]\n    epochs: none\n",
            "line 5: epochs is not an integer"),
        arguments(
            head + "  a:\n    layers: [2, 1]\n    epochs: 99999999999\n",
            "line 5: epochs is not an integer"),
        arguments(
            head
                + "  a:\n    layers: [2, 1]\n    epochs: 1\n    batch_size: 8\n    learning_rate: -1",
            "line 7: learning_rate is not a number above 0"),
        arguments(
            head + "  a:\n    layers: [2, 1]\n    epochs: 1\n    batch_size: 8\n    margin: .nan",
            "line 7: margin is not a number above 0"),
        arguments(
            head + "  ../a: {layers: [2, 1], epochs: 1, batch_size: 1}",
            "line 3: \"../a\" cannot be a file's name"),
        arguments("version: 2\n  bad: [", "it is not valid YAML in line 2, column "),
        arguments("version: 2\n---\nversion: 2", "a second document begins"),
        arguments("version: &v 2\nprojections: *v", "line 2: it refers to another place"),
        arguments(
            "version: 2\nprojections: " + "[".repeat(30_000), "line 2: it is nested too deeply"),
        arguments("#".repeat(70_000), "it is larger than 64 kB"));
  }

  @ParameterizedTest
  @MethodSource("wrongRecipes")
  void aWrongRecipeIsRefusedWithTheLine(String text, String problem) throws IOException {
    RecipeFile file = file(text);

    assertThatThrownBy(file::read)
        .isInstanceOf(InvalidFileException.class)
        .hasMessageContaining(problem)
        .hasMessageContaining("docs/projections.md");
  }

  static Stream<String> drifting() {
    return Stream.of(
        "unknown-model", "wrong-dimension", "wrong-task", "no-model", "several-models");
  }

  @ParameterizedTest
  @MethodSource("drifting")
  void aRecipeThatDoesNotFitItsModelIsRefusedInTheseWords(String name) throws IOException {
    String[] parts = text(name + ".txt").split("---\n", -1);
    RecipeModels models = new RecipeModels(Catalog.builtIn(), parts[0].lines().toList());
    Recipe recipe = file(parts[1]).read();

    assertThatThrownBy(() -> models.of(recipe))
        .isInstanceOf(ModelException.class)
        .extracting(e -> String.valueOf(e.getMessage()).replace(folder.toString(), ""))
        .isEqualTo(parts[2].strip());
  }

  @Test
  void aRecipeWithoutModelMeansTheOnlyOneThatIsDeclared() throws IOException {
    Recipe recipe =
        file("version: 2\nprojections: {a: {layers: [2, 1], epochs: 1, batch_size: 1}}").read();
    RecipeModels models =
        new RecipeModels(Catalog.builtIn(), List.of("minilm", "smollm2-135m-instruct"));

    assertThat(models.of(recipe).key().text()).isEqualTo("minilm");
  }

  private RecipeFile resource(String name) throws IOException {
    return file(text(name));
  }

  private RecipeFile file(String text) throws IOException {
    return new RecipeFile(Files.writeString(folder.resolve("recipe.yaml"), text));
  }

  private static String text(String name) throws IOException {
    try (InputStream input = RecipeFileTest.class.getResourceAsStream(name)) {
      return new String(input.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
