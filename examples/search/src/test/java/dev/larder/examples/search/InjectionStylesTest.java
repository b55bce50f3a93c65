package dev.larder.examples.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.TextRole;
import dev.larder.api.UsesModel;
import dev.larder.core.Models;
import dev.larder.testkit.FakeModels;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InjectionStylesTest {

  // snippet: styles
  record Styles(
      EmbeddingEngine engine,
      Provider<EmbeddingEngine> later,
      Optional<EmbeddingEngine> perhaps,
      Map<String, Provider<EmbeddingEngine>> all) {

    @Inject
    Styles(
        @UsesModel("handbook-embed") EmbeddingEngine engine,
        @UsesModel("handbook-embed") Provider<EmbeddingEngine> later,
        @UsesModel("handbook-embed") Optional<EmbeddingEngine> perhaps,
        Map<String, Provider<EmbeddingEngine>> all) {
      this.engine = engine;
      this.later = later;
      this.perhaps = perhaps;
      this.all = all;
    }
  }

  // end of snippet

  @Test
  void everyStyleGivesTheSameEngine() {
    Styles styles = Guice.createInjector(FakeModels.module()).getInstance(Styles.class);

    assertThat(styles.later().get()).isSameAs(styles.engine());
    assertThat(styles.perhaps()).containsSame(styles.engine());
    assertThat(styles.all()).containsOnlyKeys("handbook-embed");
    assertThat(styles.all().values()).extracting(Provider::get).containsExactly(styles.engine());
  }

  @Test
  void anApplicationWithoutGuiceOpensItsModelsItself() {
    // snippet: without-guice
    try (Models models = Models.open()) {
      float[] vector = models.embedding("handbook-embed").embed("text", TextRole.QUERY).vector();
      // end of snippet
      assertThat(vector).hasSize(384);
    }
  }
}
