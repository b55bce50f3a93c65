package app;

import dev.larder.api.DefinesModel;
import dev.larder.api.Engine;
import dev.larder.api.RerankEngine;

@DefinesModel(
  name = "acme-vectors",
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
  licence = "MIT",
  engine = RerankEngine.class,
  queryPrefix = "query: ",
  documentPrefix = "d",
  matryoshka = {128})
class ContradictoryModel {}

@DefinesModel(
  name = "acme-engine",
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
  licence = "MIT",
  engine = Engine.class)
class Case1 {}

@DefinesModel(
  name = "acme-format",
  source = "mvn:com.acme:embed:1.4:zip",
  format = "safetensors",
  architecture = "bert",
  files = {
    @DefinesModel.File(path = "model.onnx"),
    @DefinesModel.File(role = "tokenizer", path = "tokenizer.json")
  },
  dimensions = 384,
  maxTokens = 512,
  pooling = "mean",
  licence = "MIT")
class Case2 {}

@DefinesModel(
  name = "acme-gguf",
  source = "mvn:com.acme:embed:1.4:zip",
  format = "gguf",
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
  name = "acme-onnx",
  source = "mvn:com.acme:embed:1.4:zip",
  format = "onnx",
  architecture = "bert",
  files = {@DefinesModel.File(path = "model.gguf"), @DefinesModel.File(role = "tokenizer", path = "tokenizer.json")},
  dimensions = 384,
  maxTokens = 512,
  pooling = "mean",
  licence = "MIT")
class Case4 {}

@DefinesModel(
  name = "acme-models",
  source = "mvn:com.acme:embed:1.4:zip",
  format = "onnx",
  architecture = "bert",
  files = {@DefinesModel.File(path = "a.onnx"), @DefinesModel.File(path = "b.onnx"), @DefinesModel.File(role = "tokenizer", path = "tokenizer.json")},
  dimensions = 384,
  maxTokens = 512,
  pooling = "mean",
  licence = "MIT")
class Case5 {}

@DefinesModel(
  name = "acme-paths",
  source = "mvn:com.acme:embed:1.4:zip",
  format = "onnx",
  architecture = "bert",
  files = {@DefinesModel.File(path = "a.onnx"), @DefinesModel.File(role = "data", path = "a.onnx"), @DefinesModel.File(role = "tokenizer", path = "tokenizer.json")},
  dimensions = 384,
  maxTokens = 512,
  pooling = "mean",
  licence = "MIT")
class Case6 {}

@DefinesModel(
  name = "acme-artifact",
  source = "mvn:com.acme:embed:1.4:onnx",
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
class Case7 {}

@DefinesModel(
  name = "acme-matryoshka",
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
  licence = "MIT",
  matryoshka = {128, 256})
class Case8 {}

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
  pooling = "max",
  licence = "MIT")
class Case9 {}

@DefinesModel(
  name = "acme-role",
  source = "mvn:com.acme:embed:1.4:zip",
  format = "onnx",
  architecture = "bert",
  files = {@DefinesModel.File(path = "a.onnx"), @DefinesModel.File(role = "config", path = "config.json"), @DefinesModel.File(role = "tokenizer", path = "tokenizer.json")},
  dimensions = 384,
  maxTokens = 512,
  pooling = "mean",
  licence = "MIT")
class Case10 {}

@DefinesModel(
  name = "acme-path",
  source = "mvn:com.acme:embed:1.4:zip",
  format = "onnx",
  architecture = "bert",
  files = {@DefinesModel.File(path = "../a.onnx"), @DefinesModel.File(role = "tokenizer", path = "tokenizer.json")},
  dimensions = 384,
  maxTokens = 512,
  pooling = "mean",
  licence = "MIT")
class Case11 {}

@DefinesModel(
  name = "acme-size",
  source = "mvn:com.acme:embed:1.4:zip",
  format = "onnx",
  architecture = "bert",
  files = {@DefinesModel.File(path = "a.onnx", size = -1), @DefinesModel.File(role = "tokenizer", path = "tokenizer.json")},
  dimensions = 384,
  maxTokens = 512,
  pooling = "mean",
  licence = "MIT")
class Case12 {}

@DefinesModel(
  name = "acme-source",
  source = "ftp://acme.test/embed",
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
class Case13 {}
