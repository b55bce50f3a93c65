package com.acme;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.UsesModel;
import jakarta.inject.Inject;

class Reader {
  @Inject
  @UsesModel("tiny:gguf-q8_0")
  EmbeddingEngine engine;
}
