package dev.larder.core;

import dev.larder.core.catalog.Attestation;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Pooling;
import dev.larder.core.catalog.Source;
import dev.larder.core.catalog.Task;
import dev.larder.core.catalog.Variant;
import dev.larder.core.gguf.SampleGguf;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.store.InMemorySource;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.StoreLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Models that can be fetched, with one small file each. */
public final class SampleModels {

  private final InMemorySource source = new InMemorySource();

  /** A model with a variant for every format; {@code <name>-alias} means the first of them. */
  public CatalogModel model(String name, Task task, String... formats) {
    return new CatalogModel(
        name,
        Map.of(name + "-alias", formats[0]),
        "A sample",
        task,
        task == Task.EMBEDDING ? 8 : 0,
        List.of(),
        true,
        "",
        "",
        false,
        Arrays.stream(formats).map(format -> variant(name, format)).toList());
  }

  /** An embedding model of 8 dimensions, or 4, as code defines it. */
  public CatalogModel own(String name, String from) {
    String path = name + ".onnx";
    source.with(path, path);
    return new CatalogModel(
        name,
        Map.of(),
        "An own model",
        Task.EMBEDDING,
        8,
        List.of(4),
        true,
        "query: ",
        "",
        false,
        List.of(
            new Variant(
                "onnx",
                "onnx",
                "",
                "bert",
                128,
                Pooling.MEAN,
                "LicenseRef-Acme",
                Source.parse(from),
                InMemorySource.COMMIT,
                Attestation.OWN,
                List.of(
                    new ModelFile(
                        FileRole.MODEL, path, source.digest(path), null, source.size(path))))));
  }

  private Variant variant(String name, String format) {
    String path = name + "." + format;
    source.with(
        path,
        format.equals("gguf")
            ? SampleGguf.encoder().bytes()
            : path.getBytes(StandardCharsets.UTF_8));
    return new Variant(
        format,
        format,
        "F32",
        "bert",
        128,
        Pooling.MEAN,
        "Apache-2.0",
        Source.parse("hf:somebody/samples"),
        InMemorySource.COMMIT,
        Attestation.SINGLE,
        List.of(new ModelFile(FileRole.MODEL, path, source.digest(path), null, source.size(path))));
  }

  /** The registry of a store, which can fetch the models. */
  public ModelRegistry registry(Path home, CatalogModel... models) {
    return new ModelRegistry(
        Catalog.of(List.of(models)),
        ModelsLock.empty(),
        new ModelStore(new StoreLayout(home)),
        source.asFetchers());
  }
}
