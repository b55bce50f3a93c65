package app;

import dev.larder.api.Dimensions;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.UsesModel;

class TwoDimensions {
  @UsesModel("nomic") @Dimensions(256) EmbeddingEngine shorter;
  @UsesModel("nomic") @Dimensions(512) EmbeddingEngine other;
  @UsesModel("nomic") EmbeddingEngine full;
}
