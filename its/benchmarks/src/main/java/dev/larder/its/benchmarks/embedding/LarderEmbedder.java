package dev.larder.its.benchmarks.embedding;

import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.TextRole;
import dev.larder.onnx.OnnxEngineProvider;
import java.nio.file.Path;
import java.util.List;

/** Larder's engine on ONNX Runtime. */
record LarderEmbedder(EmbeddingEngine engine) implements Embedder {

  static LarderEmbedder open(Path folder) {
    return new LarderEmbedder(
        (EmbeddingEngine) new OnnxEngineProvider().open(GeneratedModel.installed(folder)));
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
