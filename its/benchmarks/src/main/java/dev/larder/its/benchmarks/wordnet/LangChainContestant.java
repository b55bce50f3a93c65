package dev.larder.its.benchmarks.wordnet;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.OnnxEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.larder.api.TextRole;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.engine.InstalledModel;
import dev.larder.its.benchmarks.models.RealModel;
import dev.larder.its.benchmarks.models.RealModels;
import java.util.List;

/** langchain4j on the same file. It knows no roles, and runs the graph without Larder's fusions. */
record LangChainContestant(String name, OnnxEmbeddingModel model) implements Contestant {

  static LangChainContestant of(RealModels store, RealModel model) {
    InstalledModel installed = store.install(model);
    return new LangChainContestant(
        "langchain4j, " + model.selector(),
        new OnnxEmbeddingModel(
            installed.file(FileRole.MODEL), installed.file(FileRole.TOKENIZER), PoolingMode.MEAN));
  }

  @Override
  public List<float[]> embed(List<String> texts, TextRole role) {
    return model.embedAll(texts.stream().map(TextSegment::from).toList()).content().stream()
        .map(Embedding::vector)
        .toList();
  }

  @Override
  public void close() {
    // It cannot be closed.
  }
}
