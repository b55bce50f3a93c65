package app;

import dev.larder.api.Dimensions;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.UsesModel;
import java.util.List;

class DimensionsOfAStore {
  @UsesModel("minilm") EmbeddingEngine engine;

  @Dimensions(384) List<float[]> right;
  @Dimensions(768) List<float[]> wrong;
}
