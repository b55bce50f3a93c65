package dev.larder.its.models;

import dev.langchain4j.model.embedding.onnx.OnnxEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.catalog.Pooling;
import dev.larder.core.engine.InstalledModel;
import java.util.List;

/** langchain4j's engine on a model's files. It puts no prefix before a text. */
record LangChain(OnnxEmbeddingModel model) {

  static LangChain open(InstalledModel model) {
    return new LangChain(
        new OnnxEmbeddingModel(
            model.file(FileRole.MODEL),
            model.file(FileRole.TOKENIZER),
            model.variant().pooling() == Pooling.CLS ? PoolingMode.CLS : PoolingMode.MEAN));
  }

  Vector embed(String text) {
    return new Vector(model.embed(text).content().vector());
  }

  List<Vector> embedAll(List<String> texts) {
    return texts.stream().map(this::embed).toList();
  }
}
