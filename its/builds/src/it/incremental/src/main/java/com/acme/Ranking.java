package com.acme;

import dev.larder.api.RerankEngine;
import dev.larder.api.UsesModel;

interface Ranking {
  @UsesModel("bge-reranker-base")
  RerankEngine engine();
}
