package dev.larder.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
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

  /** Writes one class in the first round. */
  @SupportedAnnotationTypes("*")
  private static final class Generator extends AbstractProcessor {

    private final String type;
    private final String source;
    private boolean done;

    Generator(String type, String source) {
      this.type = type;
      this.source = source;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!done) {
        done = true;
        try (Writer writer = processingEnv.getFiler().createSourceFile(type).openWriter()) {
          writer.write(source);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return false;
    }
  }
}
