package com.acme

import dev.larder.api.EmbeddingEngine
import dev.larder.api.UsesModel
import jakarta.inject.Inject

class Search {
  final EmbeddingEngine engine

  @Inject
  Search(@UsesModel('tiny') EmbeddingEngine engine) {
    this.engine = engine
  }
}
