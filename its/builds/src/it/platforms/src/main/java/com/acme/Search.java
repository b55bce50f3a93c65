package com.acme;

import dev.larder.api.DefinesModel;
import dev.larder.api.RerankEngine;
import dev.larder.api.UsesModel;

@DefinesModel(
    name = "acme-local",
    engine = RerankEngine.class,
    source = "file:models",
    format = "onnx",
    architecture = "bert",
    files = {
      @DefinesModel.File(
          path = "model.onnx",
          sha256 = "d4e985118d855107c9b4abeeec132cc85bbd7da8cbdcffea1707c07897ca8426"),
      @DefinesModel.File(
          path = "model_arm64.onnx",
          platform = "arm64",
          sha256 = "4022c1b45701ef08036f6517bef3758b105cec8aef38b415c6af907e6d52dab6"),
      @DefinesModel.File(
          path = "model_vnni.onnx",
          platform = "x86_64-avx512-vnni",
          sha256 = "003c07a69434e611ffaa72c82e1b1705f8406cda84397ce255e62d414d9e9665"),
      @DefinesModel.File(
          role = "tokenizer",
          path = "tokenizer.json",
          sha256 = "5595dbf06de96864a9dd7c6814fd77d910f1a30bebf969b3f98fb84d44632cf8")
    },
    maxTokens = 512,
    licence = "LicenseRef-Acme")
interface Search {
  @UsesModel("acme-local")
  RerankEngine engine();
}
