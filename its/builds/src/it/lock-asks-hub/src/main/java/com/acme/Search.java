package com.acme;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.UsesModel;
import jakarta.inject.Inject;

/** Wants a revision of which the catalog knows no digests. */
class Search {
  @Inject
  @UsesModel("minilm@0123456789012345678901234567890123456789")
  EmbeddingEngine engine;
}
