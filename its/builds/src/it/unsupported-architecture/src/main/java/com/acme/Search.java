package com.acme;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.UsesModel;
import jakarta.inject.Inject;

class Search {
  @Inject
  @UsesModel("qwen3-embed-0.6b")
  EmbeddingEngine engine;

  @Inject
  @UsesModel("embeddinggemma:gguf-q8_0")
  EmbeddingEngine other;
}
