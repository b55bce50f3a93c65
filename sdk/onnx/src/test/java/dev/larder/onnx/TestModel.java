package dev.larder.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.RerankEngine;
import dev.larder.core.catalog.Attestation;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Pooling;
import dev.larder.core.catalog.Selector;
import dev.larder.core.catalog.Source;
import dev.larder.core.catalog.Task;
import dev.larder.core.catalog.Variant;
import dev.larder.core.engine.InstalledModel;
import dev.larder.core.lock.Integrity;
import dev.larder.core.lock.LockedFile;
import dev.larder.core.lock.LockedModel;
import dev.larder.testkit.tiny.BertModel;
import dev.larder.testkit.tiny.TinyModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A model in a folder, of which a test says what is special. Without more it is the tiny model, and
 * what the catalog says of it.
 */
final class TestModel {

  static final String QUERY_PREFIX = "query: ";
  static final String DOCUMENT_PREFIX = "passage: ";

  private final Path folder;
  private final List<FileRole> roles = new ArrayList<>(List.of(FileRole.MODEL, FileRole.TOKENIZER));
  private Pooling pooling = Pooling.MEAN;
  private boolean normalised = true;
  private Task task = Task.EMBEDDING;
  private int dimensions = TinyModel.dimensions();
  private int maxTokens = TinyModel.maxTokens();
  private String quantisation = "fp32";
  private String queryPrefix = "";
  private String documentPrefix = "";

  private TestModel(Path folder) {
    this.folder = folder;
  }

  /** The tiny model, written into a folder. */
  static TestModel tiny(Path folder) {
    try {
      TinyModel.writeTo(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TestModel(folder);
  }

  /** What lies in a folder already. */
  static TestModel in(Path folder) {
    return new TestModel(folder);
  }

  /** The tiny model's tokenizer with another network. */
  static TestModel of(Path folder, ModelProto network) {
    return tiny(folder).replacing(BertModel.ONNX, network.toByteArray());
  }

  TestModel replacing(String file, byte[] bytes) {
    try {
      Files.write(folder.resolve(file), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  TestModel pooling(Pooling other) {
    pooling = other;
    return this;
  }

  TestModel notNormalised() {
    normalised = false;
    return this;
  }

  TestModel dimensions(int other) {
    dimensions = other;
    return this;
  }

  TestModel maxTokens(int other) {
    maxTokens = other;
    return this;
  }

  TestModel quantisation(String other) {
    quantisation = other;
    return this;
  }

  TestModel withPrefixes() {
    queryPrefix = QUERY_PREFIX;
    documentPrefix = DOCUMENT_PREFIX;
    return this;
  }

  /** A cross-encoder instead of an embedding model. */
  TestModel reranking() {
    task = Task.RERANK;
    dimensions = 0;
    pooling = Pooling.NONE;
    normalised = false;
    return this;
  }

  TestModel queryPrefix(String other) {
    queryPrefix = other;
    return this;
  }

  TestModel withoutTokenizerInItsLock() {
    roles.remove(FileRole.TOKENIZER);
    return this;
  }

  EmbeddingEngine open() {
    return (EmbeddingEngine) new OnnxEngineProvider().open(installed());
  }

  RerankEngine openReranker() {
    return (RerankEngine) new OnnxEngineProvider().open(installed());
  }

  InstalledModel installed() {
    Source source = Source.parse("file:" + folder);
    Variant variant =
        new Variant(
            "onnx-" + quantisation.replaceAll("\\W.*", ""),
            "onnx",
            quantisation,
            "bert",
            maxTokens,
            pooling,
            "Apache-2.0",
            source,
            "1",
            Attestation.MULTIPLE,
            roles.stream()
                .map(role -> new ModelFile(role, fileName(role), null, null, null))
                .toList());
    CatalogModel model =
        new CatalogModel(
            "tiny",
            Map.of(),
            "A model for tests.",
            task,
            dimensions,
            List.of(),
            normalised,
            queryPrefix,
            documentPrefix,
            false,
            List.of(variant));
    LockedModel locked =
        new LockedModel(
            Selector.parse("tiny"),
            variant.id(),
            source,
            "1",
            dimensions,
            variant.licence(),
            Integrity.CATALOG,
            roles.stream()
                .map(role -> new LockedFile(role, fileName(role), "0".repeat(64), 1))
                .toList());
    return new InstalledModel(model, variant, locked, folder);
  }

  private static String fileName(FileRole role) {
    return role == FileRole.TOKENIZER ? BertModel.TOKENIZER : BertModel.ONNX;
  }
}
