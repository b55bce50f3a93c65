package dev.larder.its.benchmarks.embedding;

import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.TextRole;
import dev.larder.core.Models;
import java.util.List;

/** Larder, as an application uses it. */
record LarderEmbedder(EmbeddingEngine engine) implements Embedder {

  /** From the store of the process, which stays open until that ends. */
  static LarderEmbedder open(StoredModel model) {
    return new LarderEmbedder(Models.open().embedding(model.selector()));
  }

  @Override
  public float[] embed(String text) {
    return engine.embed(text, TextRole.DOCUMENT).vector();
  }

  @Override
  public List<float[]> embedAll(List<String> texts) {
    return engine.embedAll(texts, TextRole.DOCUMENT).stream().map(Embedding::vector).toList();
  }
}
