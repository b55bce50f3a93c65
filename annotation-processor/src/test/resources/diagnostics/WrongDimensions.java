package app;

import dev.larder.api.Dimensions;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.GenerationEngine;
import dev.larder.api.UsesModel;

class WrongDimensions {
  static final int WIDTH = 512;

  @UsesModel("minilm") @Dimensions(768) EmbeddingEngine another;
  @UsesModel("minilm") @Dimensions(WIDTH) EmbeddingEngine constant;
  @UsesModel("nomic") @Dimensions(100) EmbeddingEngine notOneOfThem;
  @UsesModel("nomic") @Dimensions(0) EmbeddingEngine none;
  @UsesModel("qwen3-0.6b") @Dimensions(384) GenerationEngine noVectors;

  WrongDimensions(@UsesModel("minilm") @Dimensions(385) EmbeddingEngine parameter) {}
}

record DimensionsOfAComponent(@UsesModel("minilm") @Dimensions(16) EmbeddingEngine engine) {}
