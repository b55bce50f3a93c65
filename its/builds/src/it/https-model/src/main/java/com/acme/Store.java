package com.acme;

import dev.larder.api.Dimensions;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.UsesModel;
import java.util.List;

/** Vectors of a length that was settled when the first of them was kept. */
class Store {
  @UsesModel("tiny")
  EmbeddingEngine engine;

  @Dimensions(96)
  List<float[]> vectors;
}
