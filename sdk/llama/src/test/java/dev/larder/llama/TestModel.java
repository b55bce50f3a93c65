package dev.larder.llama;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.GenerationEngine;
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
import dev.larder.core.fetch.Sha256;
import dev.larder.core.lock.Integrity;
import dev.larder.core.lock.LockedFile;
import dev.larder.core.lock.LockedModel;
import dev.larder.llama.process.WorkerSettings;
import dev.larder.testkit.tiny.BertModel;
import dev.larder.testkit.tiny.TinyChatModel;
import dev.larder.testkit.tiny.TinyModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** A model in a folder, of which a test says what is special. */
final class TestModel {

  static final String QUERY_PREFIX = "query: ";
  static final String DOCUMENT_PREFIX = "passage: ";

  private final Path folder;
  private final String format;
  private final Task task;
  private String file;
  private Pooling pooling;
  private int dimensions;
  private int maxTokens;
  private String queryPrefix = "";
  private String documentPrefix = "";
  private WorkerSettings settings = new WorkerSettings(false, Duration.ZERO, 4096);

  private TestModel(Path folder, Task task, String format, String file) {
    this.folder = folder;
    this.task = task;
    this.format = format;
    this.file = file;
    this.pooling = task == Task.EMBEDDING ? Pooling.MEAN : Pooling.NONE;
    this.dimensions = task == Task.EMBEDDING ? TinyModel.dimensions() : 0;
    this.maxTokens = task == Task.EMBEDDING ? TinyModel.maxTokens() : TinyChatModel.maxTokens();
  }

  /** The tiny embedding model, written into a folder. */
  static TestModel tiny(Path folder) {
    return tiny(folder, "gguf", BertModel.GGUF);
  }

  /** The same weights for ONNX Runtime. */
  static TestModel tinyOnnx(Path folder) {
    return tiny(folder, "onnx", BertModel.ONNX);
  }

  private static TestModel tiny(Path folder, String format, String file) {
    try {
      TinyModel.writeTo(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TestModel(folder, Task.EMBEDDING, format, file);
  }

  /** The tiny generation model, written into a folder. */
  static TestModel chat(Path folder) {
    try {
      TinyChatModel.writeTo(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new TestModel(folder, Task.GENERATION, "gguf", TinyChatModel.GGUF);
  }

  TestModel file(String other) {
    file = other;
    return this;
  }

  TestModel pooling(Pooling other) {
    pooling = other;
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

  TestModel withPrefixes() {
    queryPrefix = QUERY_PREFIX;
    documentPrefix = DOCUMENT_PREFIX;
    return this;
  }

  TestModel idle(Duration after) {
    settings = new WorkerSettings(false, after, 4096);
    return this;
  }

  TestModel inProcess() {
    settings = new WorkerSettings(true, Duration.ZERO, 4096);
    return this;
  }

  EmbeddingEngine embedding() {
    return (EmbeddingEngine) new LlamaEngineProvider(settings).open(installed());
  }

  GenerationEngine generation() {
    return (GenerationEngine) new LlamaEngineProvider(settings).open(installed());
  }

  InstalledModel installed() {
    Source source = Source.parse("file:" + folder);
    List<FileRole> roles =
        format.equals("onnx")
            ? List.of(FileRole.MODEL, FileRole.TOKENIZER)
            : List.of(FileRole.MODEL);
    Variant variant =
        new Variant(
            format + "-test",
            format,
            format.equals("onnx") ? "fp32" : "Q8_0",
            task == Task.EMBEDDING ? "bert" : "llama",
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
            task == Task.EMBEDDING,
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
                .map(role -> new LockedFile(role, fileName(role), sha256(fileName(role)), 1))
                .toList());
    return new InstalledModel(model, variant, locked, folder);
  }

  private String sha256(String name) {
    try {
      byte[] bytes = Files.readAllBytes(folder.resolve(name));
      return HexFormat.of().formatHex(Sha256.ofTheJvm().digest(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String fileName(FileRole role) {
    return role == FileRole.TOKENIZER ? BertModel.TOKENIZER : file;
  }
}
