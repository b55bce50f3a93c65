package dev.larder.guice;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.GenerationEngine;
import dev.larder.api.RerankEngine;
import dev.larder.api.UsesModel;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The ways in which code gets an engine. */
final class Injected {

  private Injected() {}

  static final class ByField {
    @Inject
    @UsesModel("words")
    EmbeddingEngine engine;
  }

  record ByConstructor(EmbeddingEngine engine) {
    @Inject
    ByConstructor(@UsesModel("words") EmbeddingEngine engine) {
      this.engine = engine;
    }
  }

  record ByAlias(EmbeddingEngine engine) {
    @Inject
    ByAlias(@UsesModel("terms") EmbeddingEngine engine) {
      this.engine = engine;
    }
  }

  record ByProvider(Provider<EmbeddingEngine> engine) {
    @Inject
    ByProvider(@UsesModel("words") Provider<EmbeddingEngine> engine) {
      this.engine = engine;
    }
  }

  static final class BySetter {
    private @Nullable EmbeddingEngine engine;

    @Inject
    void set(@UsesModel("words") EmbeddingEngine given) {
      engine = given;
    }

    @Nullable EmbeddingEngine engine() {
      return engine;
    }
  }

  record ByMap(
      Map<String, Provider<EmbeddingEngine>> engines,
      Map<String, Provider<GenerationEngine>> writers,
      Map<String, Provider<RerankEngine>> judges) {
    @Inject
    ByMap {}
  }

  record ByProviderMethod(EmbeddingEngine engine) {}

  static final class Methods extends AbstractModule {
    @Provides
    ByProviderMethod byProviderMethod(@UsesModel("words") EmbeddingEngine engine) {
      return new ByProviderMethod(engine);
    }
  }
}
