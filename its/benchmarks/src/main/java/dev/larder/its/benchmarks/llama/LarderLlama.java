package dev.larder.its.benchmarks.llama;

import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.TextRole;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.catalog.Selection;
import dev.larder.core.engine.InstalledModel;
import dev.larder.core.store.WantedModel;
import dev.larder.llama.LlamaEngineProvider;
import dev.larder.testkit.tiny.BertModel;
import dev.larder.testkit.tiny.BertShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The engine with its worker. */
record LarderLlama(EmbeddingEngine engine) implements Vectors {

  static LarderLlama open(InstalledModel model) {
    return new LarderLlama((EmbeddingEngine) new LlamaEngineProvider().open(model));
  }

  /** Generated numbers in the shape, and under the name, of the catalog's MiniLM. */
  static InstalledModel generate(Path folder) throws IOException {
    Selection minilm = Catalog.builtIn().select("minilm:gguf-q8_0");
    InstalledModel model =
        new InstalledModel(
            minilm.model(),
            minilm.variant(),
            WantedModel.of(minilm).exactly().orElseThrow(),
            folder);
    BertModel.of(BertShape.miniLm()).writeTo(folder);
    Files.move(
        folder.resolve(BertModel.GGUF),
        model.file(FileRole.MODEL),
        StandardCopyOption.REPLACE_EXISTING);
    return model;
  }

  @Override
  public String name() {
    return "Larder";
  }

  /** Asks the worker for something that takes it no time. */
  void ask(String text) {
    engine.countTokens(text, TextRole.DOCUMENT);
  }

  @Override
  public float[] of(String text) {
    return engine.embed(text, TextRole.DOCUMENT).vector();
  }

  @Override
  public List<float[]> of(List<String> texts) {
    return engine.embedAll(texts, TextRole.DOCUMENT).stream().map(Embedding::vector).toList();
  }

  @Override
  public void close() {
    engine.close();
  }
}
