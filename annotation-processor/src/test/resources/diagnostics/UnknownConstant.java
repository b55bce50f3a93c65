package app;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.UsesModel;

interface UnknownConstant {
  String MODEL = "minilm" + "-l6";

  @UsesModel(MODEL)
  EmbeddingEngine engine();
}
