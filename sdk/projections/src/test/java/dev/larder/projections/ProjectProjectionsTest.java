package dev.larder.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.larder.api.DimensionMismatchException;
import dev.larder.api.ModelException;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.Selection;
import dev.larder.core.catalog.Selector;
import dev.larder.core.lock.ModelsLock;
import dev.larder.projections.network.Network;
import dev.larder.projections.recipe.Recipe;
import dev.larder.projections.recipe.RecipeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectProjectionsTest {

  private static final String RECIPE =
      """
      version: 2
      embedding_model: minilm
      projections:
        semantic: {layers: [20, 8], epochs: 1, batch_size: 1}
      """;

  private static final Figures FIGURES =
      new Figures(100, 10, 7, new Recall(0.25, 0.5), new Recall(0.75, 1));

  @TempDir private Path project;

  private final Catalog catalog = Catalog.builtIn();
  private final Selection minilm = catalog.select("minilm");
  private final ProjectProjections projections =
      new ProjectProjections(catalog, ModelsLock.empty(), List.of("minilm"));

  @Test
  void whatWasNeverLearnedIsNoProblem() throws IOException {
    ProjectProjection found = onlyOne(RECIPE);

    assertThat(found.learned()).isEmpty();
    assertThat(found.problem()).isEmpty();
  }

  @Test
  void whatWasLearnedOnTheModelOfTheLockByThisRecipeIsFine() throws IOException {
    learn(sha256(), RECIPE);

    assertThat(onlyOne(RECIPE).problem()).isEmpty();
    assertThat(onlyOne(RECIPE).learned().orElseThrow().figures()).isEqualTo(FIGURES);
  }

  @Test
  void commentsAndOtherProjectionsAndUpgradesChangeNothing() throws IOException {
    learn(sha256(), RECIPE.replace("version: 2", "version: 1").replace("[20", "[384, 20"));

    String later =
        "# new\n" + RECIPE + "  other: {layers: [3, 2], epochs: 1, batch_size: 1, seed: 5}\n";
    assertThat(projections.check(recipe(later), folder()))
        .allSatisfy(found -> assertThat(found.problem()).isEmpty());
  }

  @Test
  void aModelWithOtherBytesIsDrift() throws IOException {
    learn("d".repeat(64), RECIPE);

    assertThat(onlyOne(RECIPE).problem().map(Throwable::getMessage).orElseThrow())
        .contains("it was learned on minilm:" + minilm.variant().id() + " with the digest dddd")
        .contains("this project has minilm with the digest " + sha256())
        .contains("train the projection again");
  }

  @Test
  void anotherRecipeIsDrift() throws IOException {
    learn(sha256(), RECIPE);

    assertThat(onlyOne(RECIPE.replace("epochs: 1", "epochs: 2")).problem())
        .get()
        .extracting(ModelException::id)
        .isEqualTo("InvalidFile");
  }

  @Test
  void aFileThatCannotBeReadIsTold() throws IOException {
    learn(sha256(), RECIPE);
    Files.writeString(folder().file("minilm", "semantic"), "none");

    assertThat(onlyOne(RECIPE).problem()).isPresent();
    assertThat(onlyOne(RECIPE).learned()).isEmpty();
  }

  @Test
  void aRecipeThatDoesNotFitItsModelIsRefusedAsAWhole() throws IOException {
    Recipe wrong = recipe(RECIPE.replace("version: 2", "version: 1").replace("[20", "[768, 20"));

    assertThatThrownBy(() -> projections.check(wrong, folder()))
        .isInstanceOf(DimensionMismatchException.class);
  }

  private ProjectProjection onlyOne(String recipe) throws IOException {
    return projections.check(recipe(recipe), folder()).get(0);
  }

  private void learn(String modelSha256, String recipe) throws IOException {
    Selector model = new Selector("minilm", minilm.variant().id(), null);
    String recipeSha256 = recipe(recipe).projection("semantic").sha256();
    new Projection(
            Network.untaught(384, 20, 8, 1), new Origin(model, modelSha256, recipeSha256), FIGURES)
        .write(folder().file("minilm", "semantic"));
  }

  private String sha256() {
    return Objects.requireNonNull(minilm.variant().files().get(0).sha256());
  }

  private Recipe recipe(String text) throws IOException {
    return new RecipeFile(Files.writeString(project.resolve("projections.yaml"), text)).read();
  }

  private ProjectionFolder folder() {
    return ProjectionFolder.ofProject(project);
  }
}
