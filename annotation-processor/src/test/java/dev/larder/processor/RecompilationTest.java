package dev.larder.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecompilationTest {

  private Project project;

  @BeforeEach
  void threeClassesAreCompiledAtOnce(@TempDir Path folder) throws IOException {
    project = new Project(folder);
    project.user("shop.Search", "minilm").user("shop.Advice", "bge-small");
    project.source("shop.Plain", "class Plain {}").compileAll();
  }

  @Test
  void everyClassIsInTheManifest() throws IOException {
    assertThat(project.uses())
        .containsExactly("bge-small embedding shop.Advice", "minilm embedding shop.Search");
  }

  @Test
  void compilingOneClassOfManyLosesNoEntry() throws IOException {
    project.user("shop.Search", "minilm:onnx-int8").compile("shop.Search");

    assertThat(project.uses())
        .containsExactly(
            "bge-small embedding shop.Advice", "minilm:onnx-int8 embedding shop.Search");
  }

  @Test
  void compilingAClassWithoutModelsLosesNoEntry() throws IOException {
    byte[] before = Files.readAllBytes(project.manifest());

    project.compile("shop.Plain");

    assertThat(project.manifest()).hasBinaryContent(before);
  }

  @Test
  void removingTheAnnotationRemovesTheEntry() throws IOException {
    project.source("shop.Search", "class Search {}").compile("shop.Search");

    assertThat(project.uses()).containsExactly("bge-small embedding shop.Advice");
  }

  @Test
  void removingTheLastAnnotationRemovesTheManifest() throws IOException {
    project.source("shop.Search", "class Search {}").source("shop.Advice", "class Advice {}");

    project.compile("shop.Search");
    project.compile("shop.Advice");

    assertThat(project.manifest()).doesNotExist();
  }

  @Test
  void codeWithoutModelsHasNoManifest(@TempDir Path folder) throws IOException {
    Project other = new Project(folder.resolve("other"));

    other.source("shop.Plain", "class Plain {}").compileAll();

    assertThat(other.manifest()).doesNotExist();
  }

  @Test
  void deletingAClassRemovesItsEntryAtTheNextCompilation() throws IOException {
    project.delete("shop.Search").compile("shop.Plain");

    assertThat(project.uses()).containsExactly("bge-small embedding shop.Advice");
  }

  @Test
  void deletingTheLastClassThatUsesAModelRemovesTheManifest() throws IOException {
    project.delete("shop.Search").delete("shop.Advice").compile("shop.Plain");

    assertThat(project.manifest()).doesNotExist();
  }

  @Test
  void renamingAClassRenamesItsEntry() throws IOException {
    project.delete("shop.Search").user("shop.Finder", "minilm").compile("shop.Finder");

    assertThat(project.uses())
        .containsExactly("bge-small embedding shop.Advice", "minilm embedding shop.Finder");
  }

  @Test
  void movingAClassToAnotherPackageMovesItsEntry() throws IOException {
    project.delete("shop.Search").user("shop.web.Search", "minilm").compile("shop.web.Search");

    assertThat(project.uses())
        .containsExactly("bge-small embedding shop.Advice", "minilm embedding shop.web.Search");
  }

  @Test
  void aClassThatMovedToADependencyTakesItsEntryAlong(@TempDir Path folder) throws IOException {
    Project dependency = new Project(folder.resolve("dependency"));
    dependency.user("shop.Search", "minilm").compileAll();

    project.delete("shop.Search").dependsOn(dependency).compile("shop.Plain");

    assertThat(project.uses()).containsExactly("bge-small embedding shop.Advice");
  }

  @Test
  void aNestedTypeBelongsToTheTypeAroundIt() throws IOException {
    project
        .source(
            "shop.Outer",
            "class Outer { static class Inner { @UsesModel(\"minilm\") EmbeddingEngine engine; } }")
        .compile("shop.Outer");
    assertThat(project.uses()).contains("minilm embedding shop.Outer");

    project.compile("shop.Plain");
    assertThat(project.uses()).contains("minilm embedding shop.Outer");

    project.source("shop.Outer", "class Outer { static class Inner {} }").compile("shop.Outer");
    assertThat(project.uses()).noneMatch(use -> use.contains("Outer"));
  }

  @Test
  void aSecondTypeInOneFileHasItsOwnEntry() throws IOException {
    project
        .source("shop.Pair", "class Pair {} @UsesModel(\"qwen3-0.6b\") class Second {}")
        .compile("shop.Pair");
    assertThat(project.uses()).contains("qwen3-0.6b generation shop.Second");

    project.compile("shop.Plain");
    assertThat(project.uses()).contains("qwen3-0.6b generation shop.Second");
  }

  @Test
  void aFailedCompilationLeavesTheManifestAsItWas() throws IOException {
    byte[] before = Files.readAllBytes(project.manifest());

    assertThat(project.user("shop.Search", "minilmm").messages("shop.Search"))
        .singleElement()
        .asString()
        .contains("[Models/UnknownModel]");

    assertThat(project.manifest()).hasBinaryContent(before);
  }

  @Test
  void equalCodeGivesEqualBytesHoweverItIsCompiled(@TempDir Path folder) throws IOException {
    Project other = new Project(folder.resolve("other"));
    other.user("shop.Advice", "bge-small").compile("shop.Advice");
    other.user("shop.Search", "minilm").compile("shop.Search");

    assertThat(other.manifest()).hasSameBinaryContentAs(project.manifest());
  }
}
