package com.acme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.Guice;
import com.google.inject.Inject;
import com.google.inject.Injector;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.RerankEngine;
import dev.larder.api.UsesModel;
import dev.larder.core.ModelRegistry;
import dev.larder.guice.ModelsModule;
import org.junit.jupiter.api.Test;

/** Needs a model that the application does not. */
class SortingTest {

  record Engines(EmbeddingEngine ofApplication, RerankEngine ofTests) {
    @Inject
    Engines(
        @UsesModel("tiny") EmbeddingEngine ofApplication,
        @UsesModel("default-rank") RerankEngine ofTests) {
      this.ofApplication = ofApplication;
      this.ofTests = ofTests;
    }
  }

  @Test
  void theModelsOfTheApplicationAndOfTestsAreInjected() {
    Injector injector = Guice.createInjector(new ModelsModule());

    assertEquals(96, injector.getInstance(Engines.class).ofApplication().dimensions());
    assertTrue(injector.getInstance(ModelRegistry.class).isDownloaded("acme-rank"));
  }
}
