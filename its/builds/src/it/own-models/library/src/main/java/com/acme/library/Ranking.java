package com.acme.library;

import dev.larder.api.RerankEngine;
import dev.larder.api.UsesModel;

/** Uses what its own package defines. */
public interface Ranking {
  @UsesModel("acme-rank")
  RerankEngine engine();
}
