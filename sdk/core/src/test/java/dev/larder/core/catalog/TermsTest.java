package dev.larder.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TermsTest {

  @Test
  void whatIsNotOpenSourceInTheCatalogIsKnownToBeSo() {
    assertThat(
            Catalog.builtIn().models().stream()
                .flatMap(model -> model.variants().stream().map(v -> Terms.of(model, v)))
                .filter(terms -> !terms.isOpenSource())
                .map(Terms::licence)
                .distinct())
        .containsExactlyInAnyOrder("Gemma Terms of Use", "Llama 3.2 Community");
  }
}
