package com.acme.application;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.UsesModel;

interface Application {
  @UsesModel("default-embed")
  EmbeddingEngine engine();
}
