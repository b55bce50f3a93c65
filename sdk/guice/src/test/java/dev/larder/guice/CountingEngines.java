package dev.larder.guice;

import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.EmbeddingRequest;
import dev.larder.api.ModelInfo;
import dev.larder.api.TextRole;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.Variant;
import dev.larder.core.engine.EngineProvider;
import dev.larder.core.engine.InstalledModel;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs every model as an embedding model, and counts. */
final class CountingEngines implements EngineProvider {

  final AtomicInteger opened = new AtomicInteger();
  final AtomicInteger closed = new AtomicInteger();

  @Override
  public String name() {
    return "counting";
  }

  @Override
  public int suitability(CatalogModel model, Variant variant) {
    return 1;
  }

  @Override
  public EmbeddingEngine open(InstalledModel model) {
    opened.incrementAndGet();
    return new EmbeddingEngine() {
      @Override
      public ModelInfo model() {
        return model.info();
      }

      @Override
      public int dimensions() {
        return 8;
      }

      @Override
      public int maxTokens() {
        return 128;
      }

      @Override
      public int countTokens(String text, TextRole role) {
        return text.length();
      }

      @Override
      public List<Embedding> embed(EmbeddingRequest request) {
        return request.texts().stream()
            .map(text -> new Embedding(new float[8], text.length(), 0))
            .toList();
      }

      @Override
      public void close() {
        closed.incrementAndGet();
      }
    };
  }
}
