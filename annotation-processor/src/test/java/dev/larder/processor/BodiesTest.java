package dev.larder.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is declared inside of bodies, where compilers list no elements. */
class BodiesTest {

  private Project project;

  @BeforeEach
  void create(@TempDir Path folder) throws IOException {
    project = new Project(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Object o = new Object() { @UsesModel(\"minilm\") EmbeddingEngine e; };",
        "void m() { new Object() { void set(@UsesModel(\"minilm\") EmbeddingEngine e) {} }; }",
        "void m() { class Local { Local(@UsesModel(\"minilm\") EmbeddingEngine e) {} } }",
        "void m() { @UsesModel(\"minilm\") class Local {} }",
        "void m() { record Local(@UsesModel(\"minilm\") EmbeddingEngine e) {} }",
        "static { interface Local { @UsesModel(\"minilm\") EmbeddingEngine e(); } }",
        "enum E { X { @dev.larder.api.UsesModel(\"minilm\") EmbeddingEngine e; } }",
        "static final String M = \"mini\"; void m() { @UsesModel(M + \"lm\") class Local {} }",
        "java.util.function.Consumer<?> c = (@UsesModel(\"minilm\") EmbeddingEngine e) -> {};"
      })
  void aModelIsFound(String body) throws IOException {
    project.source("shop.Use", "class Use { " + body + " }").compileAll();

    assertThat(project.uses()).containsExactly("minilm embedding shop.Use");
  }

  @Test
  void aConstantThatAnotherProcessorGeneratesCanNameIt() throws IOException {
    project
        .with(
            new Generator(
                "shop.Names", "package shop; interface Names { String SEARCH = \"minilm\"; }"))
        .option("-Amodels.constants=shop.Models")
        .source("shop.Use", "class Use { void m() { @UsesModel(Names.SEARCH) class Local {} } }")
        .compileAll();

    assertThat(project.uses()).containsExactly("minilm embedding shop.Use");
  }

  @Test
  void aLengthIsHeldAgainstTheModel() throws IOException {
    project.source(
        "shop.Use",
        "class Use { Object o = new Object() {"
            + " @UsesModel(\"minilm\") @Dimensions(5) EmbeddingEngine e; }; }");

    assertThat(project.messages("shop.Use"))
        .singleElement()
        .asString()
        .contains("Use.java:3:", "[Models/DimensionMismatch]");
  }

  @Test
  void aModelThatIsDefinedThereIsKnown() throws IOException {
    project
        .source(
            "shop.Use",
            """
            class Use {
              void m() {
                @ModelAlias(name = "words", model = "minilm")
                class Local {}
              }
              @UsesModel("words") EmbeddingEngine engine;
            }
            """)
        .compileAll();

    assertThat(project.uses()).containsExactly("words embedding shop.Use");
    assertThat(project.names()).containsExactly("words.json");
  }

  @Test
  void aFaultIsReportedOnItsLiteral() throws IOException {
    project.source(
        "shop.Use",
        """
        class Use {
          void m() {
            new Object() {
              @UsesModel("minilmm") EmbeddingEngine engine;
            };
          }
        }
        """);

    assertThat(project.messages("shop.Use"))
        .singleElement()
        .asString()
        .contains("Use.java:6:", "[Models/UnknownModel]", "@UsesModel(\"minilmm\")");
  }

  @Test
  void anAnnotationOfTheSameNameIsNone() throws IOException {
    project
        .source(
            "other.Use",
            "class Use { @interface UsesModel { String value(); }"
                + " void m() { @Use.UsesModel(\"any\") class Local {} } }")
        .compileAll();

    assertThat(project.manifest()).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@UsesModel(Missing.NAME) class Local {}",
        "class Local { @UsesModel(\"minilm\") Missing engine; }",
        "@UsesModel class Local {}",
        "class Local { @UsesModel(\"minilm\") EmbeddingEngine engine; Missing other; }",
        "@UsesModel(\"minilm\") EmbeddingEngine local;",
        "@UsesModel(\"minilm\") class Local extends Missing {}"
      })
  void whatJavacReportsIsNotReportedAgain(String body) throws IOException {
    project.source("shop.Use", "class Use { void m() { " + body + " } }");

    assertThat(project.messages("shop.Use"))
        .singleElement()
        .asString()
        .doesNotContain("Models/", "Larder");
  }
}
