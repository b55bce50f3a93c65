/** Where the company's models come from. */
// snippet: own
@DefinesModel(
    name = "acme-embed",
    source = "hf:acme/embed@0123456789abcdef0123456789abcdef01234567",
    format = "onnx",
    architecture = "bert",
    files = {
      @DefinesModel.File(path = "onnx/model.onnx"),
      @DefinesModel.File(role = "tokenizer", path = "tokenizer.json")
    },
    dimensions = 384,
    matryoshka = 128,
    maxTokens = 512,
    pooling = "mean",
    queryPrefix = "query: ",
    licence = "LicenseRef-Acme")
// end of snippet
@DefinesModel(
    name = "acme-rank",
    engine = RerankEngine.class,
    source = "mvn:com.acme.models:rank:1.0:zip",
    format = "onnx",
    architecture = "bert",
    files = {
      @DefinesModel.File(path = "mein modell (v2) #1 100%.onnx"),
      @DefinesModel.File(role = "tokenizer", path = "tokenizer.json")
    },
    maxTokens = 512,
    licence = "LicenseRef-Acme")
@ModelAlias(name = "default-embed", model = "acme-embed")
package com.acme.library;

import dev.larder.api.DefinesModel;
import dev.larder.api.ModelAlias;
import dev.larder.api.RerankEngine;
