package app;

import dev.larder.api.DefinesModel;
import dev.larder.api.ModelAlias;

@ModelAlias(name = "default-embed", model = "minilm")
@ModelAlias(name = "default-chat", model = "qwen3-0.7b")
@ModelAlias(name = "default-embed", model = "nomic")
@DefinesModel(
    name = "acme-embed",
    source = "mvn:com.acme:embed:1.4:gguf",
    format = "gguf",
    architecture = "bert",
    files = @DefinesModel.File(path = "embed-1.4.gguf"),
    dimensions = 384,
    maxTokens = 512,
    pooling = "mean",
    licence = "MIT")
@DefinesModel(
    name = "acme-other",
    source = "http://models.acme.com/other",
    format = "gguf",
    architecture = "bert",
    files = @DefinesModel.File(path = "other.gguf"),
    dimensions = 384,
    maxTokens = 512,
    pooling = "median",
    licence = "MIT")
class RepeatedAnnotation {}
