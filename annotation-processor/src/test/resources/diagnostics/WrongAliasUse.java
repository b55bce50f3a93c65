package app;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.GenerationEngine;
import dev.larder.api.ModelAlias;
import dev.larder.api.UsesModel;

@ModelAlias(name = "default-embed", model = "minilm")
class WrongAliasUse {
  @UsesModel("default-embed") GenerationEngine wrong;
  @UsesModel("default-embedd") EmbeddingEngine near;
}
