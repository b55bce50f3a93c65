package dev.larder.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Constructors that Lombok makes, by the real one. */
class LombokTest {

  private static final String SEARCH =
      """
      @lombok.RequiredArgsConstructor(onConstructor_ = @jakarta.inject.Inject)
      class Search {
        @UsesModel("minilm")
        private final EmbeddingEngine engine;
      }
      """;

  @TempDir private Path folder;
  private Project project;

  @BeforeEach
  void create() throws IOException {
    project = new Project(folder);
  }

  @Test
  void aConstructorThatLosesTheModelIsAWarningOnTheFieldWithTheLineToAdd() throws IOException {
    project.source("shop.Search", SEARCH);

    assertThat(withLombok().messages("shop.Search"))
        .singleElement()
        .asString()
        .contains(
            "Search.java:5: warning: The constructor's parameter \"engine\" has no @UsesModel",
            "lombok.copyableAnnotations += dev.larder.api.UsesModel");
    assertThat(project.uses()).containsExactly("minilm embedding shop.Search");
  }

  @Test
  void withThatLineNothingIsSaid() throws IOException {
    Files.writeString(
        folder.resolve("lombok.config"),
        "config.stopBubbling = true\nlombok.copyableAnnotations += dev.larder.api.UsesModel\n");
    project.source("shop.Search", SEARCH);

    assertThat(withLombok().messages("shop.Search")).isEmpty();
    assertThat(project.uses()).containsExactly("minilm embedding shop.Search");
  }

  @Test
  void aConstructorThatIsWrittenByHandLosesItToo() throws IOException {
    project.source(
        "shop.Search",
        """
        class Search {
          @UsesModel("minilm") private final EmbeddingEngine engine;
          @jakarta.inject.Inject Search(EmbeddingEngine engine) { this.engine = engine; }
        }
        """);

    assertThat(project.messages("shop.Search"))
        .singleElement()
        .asString()
        .contains("Search.java:4: warning: The constructor's parameter \"engine\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Search(EmbeddingEngine engine) { this.engine = engine; }",
        "@jakarta.inject.Inject Search(@UsesModel(\"minilm\") EmbeddingEngine engine) {}",
        "@jakarta.inject.Inject Search(@jakarta.inject.Named(\"x\") EmbeddingEngine engine) {}",
        "@jakarta.inject.Inject Search(EmbeddingEngine other) { this.engine = other; }",
        "@jakarta.inject.Inject Search(String engine) {}",
        "@jakarta.inject.Inject void set(EmbeddingEngine engine) {}"
      })
  void whatMayBeMeantSoIsNoWarning(String member) throws IOException {
    project.source(
        "shop.Search",
        "class Search { @UsesModel(\"minilm\") private EmbeddingEngine engine; %s }"
            .formatted(member));

    assertThat(project.messages("shop.Search")).isEmpty();
  }

  private Project withLombok() {
    ServiceLoader.load(Processor.class).stream()
        .filter(provider -> provider.type().getName().startsWith("lombok."))
        .map(ServiceLoader.Provider::get)
        .forEach(project::with);
    return project;
  }
}
