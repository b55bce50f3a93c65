package app;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.UsesModel;

class UnknownName {
  @UsesModel("minilmm")
  EmbeddingEngine engine;

  UnknownName(@UsesModel("mini-lm") EmbeddingEngine first, @UsesModel("bge") EmbeddingEngine second) {}
}
