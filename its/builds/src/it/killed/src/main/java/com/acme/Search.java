package com.acme;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.UsesModel;
import jakarta.inject.Inject;

class Search {
  @Inject
  @UsesModel("minilm:onnx-int8")
  EmbeddingEngine engine;
}
