package dev.larder.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InjectionPointsTest {

  private Project project;

  @BeforeEach
  void create(@TempDir Path folder) throws IOException {
    project = new Project(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class Use { @UsesModel(\"minilm\") EmbeddingEngine field; }",
        "class Use { Use(@UsesModel(\"minilm\") EmbeddingEngine parameter) {} }",
        "class Use { void set(@UsesModel(\"minilm\") EmbeddingEngine parameter) {} }",
        "class Use { @UsesModel(\"minilm\") EmbeddingEngine provide() { return null; } }",
        "interface Use { @UsesModel(\"minilm\") EmbeddingEngine engine(); }",
        "enum Use { ONE; @UsesModel(\"minilm\") EmbeddingEngine field; }",
        "@UsesModel(\"minilm\") class Use {}",
        "class Use { class Inner { class Innermost { @UsesModel(\"minilm\") EmbeddingEngine e; } } }",
        "record Use(@UsesModel(\"minilm\") EmbeddingEngine component) {}",
        "record Use(@UsesModel(\"minilm\") EmbeddingEngine component) { Use {} }",
        "class Use { static final String M = \"mini\"; @UsesModel(M + \"lm\") EmbeddingEngine e; }"
      })
  void aModelIsFoundWhereverItIsDeclared(String source) throws IOException {
    project.source("shop.Use", source).compileAll();

    assertThat(project.uses()).containsExactly("minilm embedding shop.Use");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.google.inject.Provider",
        "jakarta.inject.Provider",
        "javax.inject.Provider",
        "java.util.Optional",
        "java.util.function.Supplier"
      })
  void anEngineMayBeWrapped(String wrapper) throws IOException {
    if (wrapper.startsWith("com.") || wrapper.startsWith("javax.")) {
      project.source(wrapper, "public interface Provider<T> { T get(); }");
    }
    project
        .source(
            "shop.Use",
            "class Use { @UsesModel(\"minilm\") %s<EmbeddingEngine> engine; }".formatted(wrapper))
        .compileAll();

    assertThat(project.uses()).containsExactly("minilm embedding shop.Use");
  }

  @Test
  void everyTaskHasItsEngine() throws IOException {
    project
        .source(
            "shop.Use",
            """
            class Use {
              @UsesModel("minilm") EmbeddingEngine embedding;
              @UsesModel("bge-reranker") RerankEngine rerank;
              @UsesModel("qwen3-0.6b") GenerationEngine generation;
            }
            """)
        .compileAll();

    assertThat(project.uses())
        .containsExactly(
            "bge-reranker rerank shop.Use",
            "minilm embedding shop.Use",
            "qwen3-0.6b generation shop.Use");
  }

  @Test
  void aSelectorIsRecordedAsItWasWritten() throws IOException {
    project
        .source("shop.Use", "@UsesModel(\"all-minilm:onnx-fp32@0123abc\") class Use {}")
        .compileAll();

    assertThat(project.uses()).containsExactly("all-minilm:onnx-fp32@0123abc embedding shop.Use");
  }

  @Test
  void aRecordMayDeclareTheSameModelForSeveralComponents() throws IOException {
    project
        .source(
            "shop.Use",
            "record Use(@UsesModel(\"minilm\") EmbeddingEngine a,"
                + " @UsesModel(\"bge-small\") EmbeddingEngine b) {}")
        .compileAll();

    assertThat(project.uses())
        .containsExactly("bge-small embedding shop.Use", "minilm embedding shop.Use");
  }

  @Test
  void typesWithNamesFromAnyAlphabetAreRecorded() throws IOException {
    project.user("läden.Größe", "minilm").compileAll();
    project.source("shop.Plain", "class Plain {}").compile("shop.Plain");

    assertThat(project.uses()).containsExactly("minilm embedding läden.Größe");
  }
}
