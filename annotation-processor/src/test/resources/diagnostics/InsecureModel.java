package app;

import dev.larder.api.DefinesModel;

@DefinesModel(
  name = "acme-http",
  source = "http://acme.test/embed",
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
class InsecureModel {}

@DefinesModel(
  name = "acme-https",
  source = "https://acme.test/embed",
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
class Case1 {}

@DefinesModel(
  name = "acme-file",
  source = "file:models",
  format = "onnx",
  architecture = "bert",
  files = {@DefinesModel.File(path = "model.onnx", sha256 = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"), @DefinesModel.File(role = "tokenizer", path = "tokenizer.json")},
  dimensions = 384,
  maxTokens = 512,
  pooling = "mean",
  licence = "MIT")
class Case2 {}

@DefinesModel(
  name = "acme-snapshot",
  source = "mvn:com.acme:embed:1.4-SNAPSHOT:zip",
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
class Case3 {}

@DefinesModel(
  name = "acme-branch",
  source = "hf:acme/embed@main",
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
  name = "acme-password",
  source = "https://name:secret@acme.test/embed",
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
class Case5 {}

@DefinesModel(
  name = "acme-digest",
  source = "mvn:com.acme:embed:1.4:zip",
  format = "onnx",
  architecture = "bert",
  files = {@DefinesModel.File(path = "model.onnx", sha256 = "ABC"), @DefinesModel.File(role = "tokenizer", path = "tokenizer.json")},
  dimensions = 384,
  maxTokens = 512,
  pooling = "mean",
  licence = "MIT")
class Case6 {}
