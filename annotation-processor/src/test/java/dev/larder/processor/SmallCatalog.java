package dev.larder.processor;

import dev.larder.core.catalog.Attestation;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Pooling;
import dev.larder.core.catalog.Source;
import dev.larder.core.catalog.Task;
import dev.larder.core.catalog.Variant;
import java.util.List;
import java.util.Map;

/** A model of each task, so that these tests do not change when the real catalog does. */
final class SmallCatalog {

  private SmallCatalog() {}

  static Catalog create() {
    return Catalog.of(
        List.of(
            model("minilm", Task.EMBEDDING, Map.of("all-minilm", "onnx-int8")),
            model("bge-small", Task.EMBEDDING, Map.of()),
            matryoshka("nomic", List.of(512, 256)),
            model("bge-reranker", Task.RERANK, Map.of()),
            model("qwen3-0.6b", Task.GENERATION, Map.of())));
  }

  private static CatalogModel model(String name, Task task, Map<String, String> aliases) {
    return new CatalogModel(
        name,
        aliases,
        name,
        task,
        task == Task.EMBEDDING ? 384 : 0,
        List.of(),
        task == Task.EMBEDDING,
        "",
        "",
        false,
        List.of(variant("onnx-fp32"), variant("onnx-int8")));
  }

  private static CatalogModel matryoshka(String name, List<Integer> shorter) {
    CatalogModel plain = model(name, Task.EMBEDDING, Map.of());
    return new CatalogModel(
        name,
        plain.aliases(),
        name,
        plain.task(),
        768,
        shorter,
        true,
        "",
        "",
        false,
        plain.variants());
  }

  private static Variant variant(String id) {
    return new Variant(
        id,
        "onnx",
        id,
        "bert",
        512,
        Pooling.MEAN,
        "Apache-2.0",
        Source.parse("hf:owner/repository"),
        null,
        Attestation.NONE,
        List.of(new ModelFile(FileRole.MODEL, "model.onnx", null, null, null)));
  }
}
