package dev.larder.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherProcessorsTest {

  private Project project;

  @BeforeEach
  void create(@TempDir Path folder) throws IOException {
    project = new Project(folder);
  }

  @Test
  void aModelInAGeneratedClassIsFound() throws IOException {
    project
        .with(
            new Generator(
                "shop.Generated",
                """
                package shop;
                @dev.larder.api.UsesModel("bge-small") class Generated {}
                """))
        .user("shop.Search", "minilm")
        .compileAll();

    assertThat(project.uses())
        .containsExactly("bge-small embedding shop.Generated", "minilm embedding shop.Search");
  }

  @Test
  void aFaultInAGeneratedClassIsReported() throws IOException {
    project
        .with(
            new Generator(
                "shop.Generated",
                """
                package shop;
                @dev.larder.api.UsesModel("minilmm") class Generated {}
                """))
        .user("shop.Search", "minilm");

    assertThat(project.messages("shop.Search"))
        .singleElement()
        .asString()
        .contains("Generated.java:2:", "[Models/UnknownModel]");
    assertThat(project.manifest()).doesNotExist();
  }

  @Test
  void aConstantInAGeneratedClassCanNameTheModel() throws IOException {
    project
        .with(
            new Generator(
                "shop.Names", "package shop; interface Names { String SEARCH = \"minilm\"; }"))
        .source("shop.Search", "class Search { @UsesModel(Names.SEARCH) EmbeddingEngine engine; }")
        .compileAll();

    assertThat(project.uses()).containsExactly("minilm embedding shop.Search");
  }
}
