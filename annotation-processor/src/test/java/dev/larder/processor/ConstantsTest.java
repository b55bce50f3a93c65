package dev.larder.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConstantsTest {

  private Project project;

  @BeforeEach
  void create(@TempDir Path folder) throws IOException {
    project = new Project(folder).option("-Amodels.constants=shop.Models");
  }

  @Test
  void namesDimensionsAndLimitsAreConstantsOfTheSameCompilation() throws IOException {
    project
        .model("shop.models", "acme-embed")
        .source(
            "shop.Search",
            """
            @ModelAlias(name = "my.default", model = Models.QWEN3_0_6B)
            class Search {
              @UsesModel(Models.MINILM) @Dimensions(Models.MINILM_DIMENSIONS) EmbeddingEngine engine;
              @UsesModel(Models.ACME_EMBED) EmbeddingEngine own;
              @UsesModel(Models.MY_DEFAULT) GenerationEngine chat;
              int limit = Models.MINILM_MAX_TOKENS + Models.ACME_EMBED_MAX_TOKENS;
            }
            """)
        .compileAll();

    assertThat(project.uses())
        .containsExactly(
            "acme-embed embedding shop.Search",
            "minilm embedding 384 shop.Search",
            "my.default generation shop.Search");
  }

  @Test
  void theClassIsWrittenOnceAndAgainWhereANameIsAdded() throws IOException {
    project.user("shop.Search", "minilm").compileAll();
    project.compile("shop.Search");

    project
        .option("-Xlint:-processing")
        .alias("shop", "first-choice", "minilm")
        .source(
            "shop.Search", "class Search { @UsesModel(Models.FIRST_CHOICE) EmbeddingEngine e; }")
        .compile("shop.package-info", "shop.Search");

    assertThat(project.uses()).containsExactly("first-choice embedding shop.Search");
  }

  @Test
  void aNameThatIsNoneIsAnError(@TempDir Path folder) throws IOException {
    Project other = new Project(folder.resolve("other")).option("-Amodels.constants=not a name");

    assertThat(other.user("shop.Search", "minilm").messages("shop.Search"))
        .singleElement()
        .asString()
        .contains("[Models/InvalidDefinition]", "-Amodels.constants=com.acme.Models");
  }
}
