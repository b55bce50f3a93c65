package dev.larder.maven;

import dev.larder.core.archive.FileDigests;
import dev.larder.core.archive.LocalFiles;
import dev.larder.core.catalog.Attestation;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Pooling;
import dev.larder.core.catalog.Source;
import dev.larder.core.catalog.Task;
import dev.larder.core.catalog.Variant;
import dev.larder.core.fetch.TransferListener;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.store.Fetchers;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.WantedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A catalog of two models of a few bytes: {@code first}, a network and a tokenizer, and {@code
 * second}, a network of which no commit is known.
 */
public final class SmallModels {

  public static final String REVISION = "0123456789012345678901234567890123456789";

  private static final String LICENCE = "Apache-2.0";

  private final Path folder;
  private final Map<String, Path> bySha256 = new HashMap<>();

  /**
   * @param folder is filled with the models' files, named as they are in their sources
   */
  public SmallModels(Path folder) {
    this.folder = folder;
  }

  public Catalog catalog() throws IOException {
    return Catalog.of(
        List.of(
            model(
                "first",
                REVISION,
                LICENCE,
                file(FileRole.MODEL, "first.onnx"),
                file(FileRole.TOKENIZER, "tokenizer.json")),
            model("second", null, LICENCE, file(FileRole.MODEL, "second.gguf"))));
  }

  /** A model {@code third} for another catalog: a network alone, under a licence of its own. */
  public CatalogModel third(String licence) throws IOException {
    return model("third", REVISION, licence, file(FileRole.MODEL, "third.onnx"));
  }

  /** Brings the first model into a store. */
  public LockedModel install(ModelStore store) throws IOException {
    return store
        .install(
            List.of(WantedModel.of(catalog().select("first"))),
            new Fetchers(List.of(new LocalFiles(bySha256)), List.of()),
            TransferListener.SILENT)
        .get(0)
        .model();
  }

  private ModelFile file(FileRole role, String name) throws IOException {
    Path file =
        Files.writeString(Files.createDirectories(folder).resolve(name), "bytes of " + name);
    FileDigests digests = FileDigests.of(file);
    bySha256.put(digests.sha256(), file);
    return new ModelFile(role, name, digests.sha256(), null, digests.size());
  }

  private static CatalogModel model(
      String name, @Nullable String revision, String licence, ModelFile... files) {
    Variant variant =
        new Variant(
            "onnx-fp32",
            "onnx",
            "fp32",
            "bert",
            128,
            Pooling.MEAN,
            licence,
            Source.parse("hf:acme/" + name),
            revision,
            Attestation.SINGLE,
            List.of(files));
    return new CatalogModel(
        name,
        Map.of(),
        "A small model",
        Task.EMBEDDING,
        8,
        List.of(),
        true,
        "",
        "",
        false,
        List.of(variant));
  }
}
