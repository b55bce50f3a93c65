package com.acme.application;

import dev.larder.api.DefinesModel;
import dev.larder.api.Dimensions;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.GenerationEngine;
import dev.larder.api.UsesModel;

/** Uses what a library defines, under the name that the library gives it. */
@DefinesModel(
    name = "acme-local",
    engine = GenerationEngine.class,
    source = "file:models",
    format = "gguf",
    architecture = "llama",
    files =
        @DefinesModel.File(
            path = "local.gguf",
            sha256 = "214ad808d7e9f2a27eda6db95be698c1aec7792cbc34c14274909accb4e09fde"),
    maxTokens = 512,
    licence = "LicenseRef-Acme")
interface Search {
  @UsesModel("default-embed")
  @Dimensions(128)
  EmbeddingEngine engine();

  @UsesModel("acme-local")
  GenerationEngine answers();
}
