package dev.larder.onnx;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.EngineException;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.Pooling;
import dev.larder.core.catalog.Task;
import dev.larder.core.catalog.Variant;
import dev.larder.core.engine.EngineProvider;
import dev.larder.core.engine.InstalledModel;

/** Offers ONNX Runtime for embedding models in the ONNX format. */
public final class OnnxEngineProvider implements EngineProvider {

  @Override
  public String name() {
    return "onnxruntime";
  }

  @Override
  public int suitability(CatalogModel model, Variant variant) {
    return variant.format().equals("onnx")
            && model.task() == Task.EMBEDDING
            && variant.pooling() != Pooling.NONE
        ? 100
        : 0;
  }

  @Override
  public EmbeddingEngine open(InstalledModel model) {
    try {
      return OnnxEmbeddingEngine.open(model);
    } catch (LinkageError | ai.djl.engine.EngineException e) {
      throw new EngineException(
          model.label(),
          "there is no native library for %s on %s, or it cannot be loaded"
              .formatted(System.getProperty("os.name"), System.getProperty("os.arch")),
          e);
    }
  }
}
