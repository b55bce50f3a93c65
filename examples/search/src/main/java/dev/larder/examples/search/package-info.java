/** Search by meaning over a vector index of Apache Lucene. */
// snippet: definition
@DefinesModel(
    name = "handbook-embed",
    description = "Embeds the articles of the handbook",
    source = "mvn:dev.larder:models-testkit:0.1.0-SNAPSHOT:zip:tiny",
    format = "onnx",
    architecture = "bert",
    files = {
      @DefinesModel.File(
          path = "model.onnx",
          sha256 = "16bf5276190dd71ae8c99b70e3193364c428354fbb719d4c4190692d44c2f24e",
          size = 3_300_736),
      @DefinesModel.File(
          role = "tokenizer",
          path = "tokenizer.json",
          sha256 = "c0a690dda838c493f7a750f4509556bbb5f5e2b0a129b134271556782c4175c3",
          size = 151_363)
    },
    dimensions = 96,
    maxTokens = 256,
    pooling = "mean",
    licence = "Apache-2.0")
// end of snippet
@NullMarked
package dev.larder.examples.search;

import dev.larder.api.DefinesModel;
import org.jspecify.annotations.NullMarked;
