/** Has a model of its own and a name, which the tests use. */
@DefinesModel(
    name = "acme-rank",
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
@ModelAlias(name = "default-rank", model = "acme-rank")
package com.acme;

import dev.larder.api.DefinesModel;
import dev.larder.api.ModelAlias;
import dev.larder.api.RerankEngine;
