package com.acme.application;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.UsesModel;

interface Search {
  @UsesModel("tiny")
  EmbeddingEngine engine();
}
