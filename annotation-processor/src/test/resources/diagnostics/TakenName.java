package app;

import dev.larder.api.DefinesModel;

@DefinesModel(
  name = "minilm",
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
  licence = "MIT")
class TakenName {}

@DefinesModel(
  name = "all-minilm",
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
  licence = "MIT")
class Name1 {}

@DefinesModel(
  name = "Acme Embed",
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
  licence = "MIT")
class Name2 {}

@DefinesModel(
  name = "acme",
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
  licence = "MIT")
class Name3 {}

@DefinesModel(
  name = "acme",
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
  licence = "MIT")
class Name4 {}
