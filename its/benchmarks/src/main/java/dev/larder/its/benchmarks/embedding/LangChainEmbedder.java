package dev.larder.its.benchmarks.embedding;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.OnnxEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.util.List;

/** langchain4j, as its documentation uses it. */
record LangChainEmbedder(OnnxEmbeddingModel model) implements Embedder {

  static LangChainEmbedder open(StoredModel model) {
    return new LangChainEmbedder(
        new OnnxEmbeddingModel(model.network(), model.tokenizer(), PoolingMode.MEAN));
  }

  @Override
  public float[] embed(String text) {
    return model.embed(text).content().vector();
  }

  @Override
  public List<float[]> embedAll(List<String> texts) {
    return model.embedAll(texts.stream().map(TextSegment::from).toList()).content().stream()
        .map(Embedding::vector)
        .toList();
  }
}
