package app;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.GenerationEngine;
import dev.larder.api.RerankEngine;
import dev.larder.api.UsesModel;
import jakarta.inject.Provider;
import java.util.Optional;

class WrongTask {
  @UsesModel("qwen3-0.6b")
  EmbeddingEngine field;

  @UsesModel("minilm")
  RerankEngine method() {
    return null;
  }

  void parameters(
      @UsesModel("all-minilm") Provider<GenerationEngine> first,
      @UsesModel("bge-reranker") Optional<EmbeddingEngine> second) {}
}
