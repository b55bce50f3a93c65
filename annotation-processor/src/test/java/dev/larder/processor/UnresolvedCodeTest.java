package dev.larder.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnresolvedCodeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@UsesModel(\"minilm\") Missing engine;",
        "@UsesModel(\"minilm\") java.util.Optional<Missing> engine;",
        "@UsesModel(\"minilm\") Missing<EmbeddingEngine> engine;",
        "@UsesModel(Missing.NAME) EmbeddingEngine engine;",
        "@UsesModel(\"a\" + Missing.NAME) EmbeddingEngine engine;",
        "@UsesModel(3) EmbeddingEngine engine;",
        "@UsesModel(null) EmbeddingEngine engine;",
        "@UsesModel({\"minilm\", \"bge-small\"}) EmbeddingEngine engine;",
        "@UsesModel EmbeddingEngine engine;",
        "@UsesModel(value = \"minilm\", other = 1) EmbeddingEngine engine;",
        "static String name() { return \"\"; } @UsesModel(name()) EmbeddingEngine engine;",
        "@Missing.UsesModel(\"minilmm\") EmbeddingEngine engine;"
      })
  void whatJavacReportsIsNotReportedAgain(String body, @TempDir Path folder) throws IOException {
    Project project = new Project(folder);

    assertThat(project.source("shop.Use", "class Use { " + body + " }").messages("shop.Use"))
        .singleElement()
        .asString()
        .doesNotContain("Models/", "Larder");
  }
}
