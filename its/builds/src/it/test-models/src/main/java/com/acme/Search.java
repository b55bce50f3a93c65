package com.acme;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.UsesModel;

/** Needs one model. */
public interface Search {
  @UsesModel("tiny")
  EmbeddingEngine engine();
}
