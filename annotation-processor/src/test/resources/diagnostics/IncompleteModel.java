package app;

import dev.larder.api.DefinesModel;

@DefinesModel(
  name = "acme-dimensions",
  source = "mvn:com.acme:embed:1.4:zip",
  format = "onnx",
  architecture = "bert",
  files = {
    @DefinesModel.File(path = "model.onnx"),
    @DefinesModel.File(role = "tokenizer", path = "tokenizer.json")
  },
  maxTokens = 512,
  pooling = "mean",
  licence = "MIT")
class IncompleteModel {}

@DefinesModel(
  name = "acme-pooling",
  source = "mvn:com.acme:embed:1.4:zip",
  format = "onnx",
  architecture = "bert",
  files = {
    @DefinesModel.File(path = "model.onnx"),
    @DefinesModel.File(role = "tokenizer", path = "tokenizer.json")
  },
  dimensions = 384,
  maxTokens = 512,
  licence = "MIT")
class Case1 {}

@DefinesModel(
  name = "acme-files",
  source = "mvn:com.acme:embed:1.4:zip",
  format = "onnx",
  architecture = "bert",
  files = {},
  dimensions = 384,
  maxTokens = 512,
  pooling = "mean",
  licence = "MIT")
class Case2 {}

@DefinesModel(
  name = "acme-tokenizer",
  source = "mvn:com.acme:embed:1.4:zip",
  format = "onnx",
  architecture = "bert",
  files = {@DefinesModel.File(path = "model.onnx")},
  dimensions = 384,
  maxTokens = 512,
  pooling = "mean",
  licence = "MIT")
class Case3 {}

@DefinesModel(
  name = "acme-commit",
  source = "hf:acme/embed",
  format = "onnx",
  architecture = "bert",
  files = {
    @DefinesModel.File(path = "model.onnx"),
    @DefinesModel.File(role = "tokenizer", path = "tokenizer.json")
  },
  dimensions = 384,
  maxTokens = 512,
  pooling = "mean",
  licence = "MIT")
class Case4 {}

@DefinesModel(
  name = "acme-licence",
  source = "mvn:com.acme:embed:1.4:zip",
  format = "onnx",
  architecture = "bert",
  files = {
    @DefinesModel.File(path = "model.onnx"),
    @DefinesModel.File(role = "tokenizer", path = "tokenizer.json")
  },
  dimensions = 384,
  maxTokens = 512,
  pooling = "mean",
  licence = " ")
class Case5 {}

@DefinesModel(
  name = "acme-architecture",
  source = "mvn:com.acme:embed:1.4:zip",
  format = "onnx",
  architecture = "",
  files = {
    @DefinesModel.File(path = "model.onnx"),
    @DefinesModel.File(role = "tokenizer", path = "tokenizer.json")
  },
  dimensions = 384,
  maxTokens = 512,
  pooling = "mean",
  licence = "MIT")
class Case6 {}

@DefinesModel(
  name = "acme-tokens",
  source = "mvn:com.acme:embed:1.4:zip",
  format = "onnx",
  architecture = "bert",
  files = {
    @DefinesModel.File(path = "model.onnx"),
    @DefinesModel.File(role = "tokenizer", path = "tokenizer.json")
  },
  dimensions = 384,
  maxTokens = 0,
  pooling = "mean",
  licence = "MIT")
class Case7 {}
