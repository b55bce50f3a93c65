package com.acme.application;

import dev.larder.api.DefinesModel;
import dev.larder.api.Dimensions;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.RerankEngine;
import dev.larder.api.UsesModel;

/** Uses what a library defines, under the name that the library gives it. */
@DefinesModel(
    name = "acme-local",
    engine = RerankEngine.class,
    source = "file:models",
    format = "onnx",
    architecture = "bert",
    files = {
      @DefinesModel.File(
          path = "model.onnx",
          sha256 = "22d7b272c08fecedc9bca028681d30edf97b47764e3aa863390411eb30daa191"),
      @DefinesModel.File(
          role = "tokenizer",
          path = "tokenizer.json",
          sha256 = "50cf5fcef51e55e19d0f99630d0cd62b303e8b651366e49b4aa5d4a866844b19")
    },
    maxTokens = 512,
    licence = "LicenseRef-Acme")
interface Search {
  @UsesModel("default-embed")
  @Dimensions(128)
  EmbeddingEngine engine();

  @UsesModel("acme-local")
  RerankEngine ranking();
}
