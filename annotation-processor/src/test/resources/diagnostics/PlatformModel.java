package app;

import dev.larder.api.DefinesModel;

@DefinesModel(
    name = "acme-word",
    source = "mvn:com.acme:embed:1.4:zip",
    format = "onnx",
    architecture = "bert",
    files = {
      @DefinesModel.File(path = "model.onnx"),
      @DefinesModel.File(path = "model_sparc.onnx", platform = "sparc"),
      @DefinesModel.File(role = "tokenizer", path = "tokenizer.json")
    },
    dimensions = 384,
    maxTokens = 512,
    pooling = "mean",
    licence = "MIT")
class PlatformModel {}

@DefinesModel(
    name = "acme-nowhere-else",
    source = "mvn:com.acme:embed:1.4:zip",
    format = "onnx",
    architecture = "bert",
    files = {
      @DefinesModel.File(path = "model_arm64.onnx", platform = "arm64"),
      @DefinesModel.File(role = "tokenizer", path = "tokenizer.json")
    },
    dimensions = 384,
    maxTokens = 512,
    pooling = "mean",
    licence = "MIT")
class Case1 {}

@DefinesModel(
    name = "acme-two-for-one",
    source = "mvn:com.acme:embed:1.4:zip",
    format = "onnx",
    architecture = "bert",
    files = {
      @DefinesModel.File(path = "model.onnx"),
      @DefinesModel.File(path = "one.onnx", platform = "arm64"),
      @DefinesModel.File(path = "two.onnx", platform = "arm64"),
      @DefinesModel.File(role = "tokenizer", path = "tokenizer.json")
    },
    dimensions = 384,
    maxTokens = 512,
    pooling = "mean",
    licence = "MIT")
class Case2 {}
