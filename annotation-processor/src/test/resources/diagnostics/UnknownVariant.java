package app;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.UsesModel;

class UnknownVariant {
  @UsesModel(value = "minilm:gguf-q8_0")
  EmbeddingEngine engine;
}
