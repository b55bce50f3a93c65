package com.acme.library;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.UsesModel;
import jakarta.inject.Inject;

/** Searches by meaning. */
public class Search {
  @Inject
  @UsesModel("tiny")
  EmbeddingEngine engine;
}
