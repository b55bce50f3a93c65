package com.acme;

import dev.larder.api.DefinesModel;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.UsesModel;

/** Its model lies in a folder of a web server. */
@DefinesModel(
    name = "acme-web",
    source = "the folder",
    format = "onnx",
    architecture = "bert",
    files = {
      @DefinesModel.File(path = "onnx/model.onnx", sha256 = "the digest of onnx/model.onnx"),
      @DefinesModel.File(
          role = "tokenizer",
          path = "mein tokenizer #1 100%.json",
          sha256 = "the digest of mein tokenizer #1 100%.json")
    },
    dimensions = 384,
    maxTokens = 512,
    pooling = "mean",
    licence = "LicenseRef-Acme")
class Search {
  @UsesModel("acme-web")
  EmbeddingEngine engine;
}
