package com.acme;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.UsesModel;

interface Search {
  @UsesModel("tiny")
  EmbeddingEngine engine();
}
