package dev.larder.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.EmbeddingRequest;
import dev.larder.api.TextRole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogModelTest {

  private static final EmbeddingRequest QUERIES = EmbeddingRequest.of(List.of(), TextRole.QUERY);

  private static CatalogModel model(String name) {
    return Catalog.builtIn().select(EmbeddingEngine.class, name).model();
  }

  @Test
  void eachRoleHasItsPrefix() {
    CatalogModel e5 = model("e5-base-v2");

    assertThat(e5.prefix(TextRole.QUERY)).isEqualTo("query: ");
    assertThat(e5.prefix(TextRole.DOCUMENT)).isEqualTo("passage: ");
    assertThat(e5.prefix(QUERIES)).isEqualTo("query: ");
  }

  @Test
  void aTaskStandsWhereTheModelsOwnStands() {
    assertThat(model("qwen3-embed").prefix(QUERIES))
        .isEqualTo(
            "Instruct: Given a web search query, retrieve relevant passages that answer the"
                + " query\nQuery:");
    assertThat(model("qwen3-embed").prefix(QUERIES.withTask("Find what refutes a $1 claim")))
        .isEqualTo("Instruct: Find what refutes a $1 claim\nQuery:");
    assertThat(model("embeddinggemma").prefix(QUERIES.withTask("clustering")))
        .isEqualTo("task: clustering | query: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"minilm", "e5-base-v2", "nomic-embed", "bge-base-en-v1.5"})
  void aModelThatIsNotToldATaskRefusesOne(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model(name).prefix(QUERIES.withTask("clustering")))
        .withMessage("\"%s\" is not told a task", name);
  }
}
