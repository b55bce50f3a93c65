package dev.larder.onnx;

import dev.larder.api.Engine;
import dev.larder.api.EngineException;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.Pooling;
import dev.larder.core.catalog.Task;
import dev.larder.core.catalog.Variant;
import dev.larder.core.engine.EngineProvider;
import dev.larder.core.engine.InstalledModel;

/**
 * Offers ONNX Runtime for embedding and reranking models in the ONNX format.
 *
 * @param provider on what it computes
 */
public record OnnxEngineProvider(ExecutionProvider provider) implements EngineProvider {

  /** As the system property says. */
  public OnnxEngineProvider() {
    this(ExecutionProvider.ofProcess());
  }

  @Override
  public String name() {
    return "onnxruntime";
  }

  @Override
  public int suitability(CatalogModel model, Variant variant) {
    return variant.format().equals("onnx") && runs(model.task(), variant) ? 100 : 0;
  }

  private static boolean runs(Task task, Variant variant) {
    return switch (task) {
      case EMBEDDING -> variant.pooling() != Pooling.NONE;
      case RERANK -> true;
      case GENERATION -> false;
    };
  }

  @Override
  public Engine open(InstalledModel model) {
    try {
      return model.model().task() == Task.RERANK
          ? OnnxRerankEngine.open(model, provider)
          : OnnxEmbeddingEngine.open(model, provider);
    } catch (LinkageError | ai.djl.engine.EngineException e) {
      throw new EngineException(model.label(), new NativeFailure(e).problem(), e);
    }
  }
}
