package dev.larder.guice;

import dev.larder.core.ModelRegistry;
import dev.larder.core.catalog.Attestation;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Origin;
import dev.larder.core.catalog.Pooling;
import dev.larder.core.catalog.Source;
import dev.larder.core.catalog.Task;
import dev.larder.core.catalog.Variant;
import dev.larder.core.fetch.FetchRequest;
import dev.larder.core.fetch.Fetched;
import dev.larder.core.fetch.Fetcher;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.store.Fetchers;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.StoreLayout;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A store for the models {@code words}, also named {@code terms}, {@code short}, of which the
 * vectors may be cut to 4 dimensions, and {@code chat}.
 */
record SampleStore(Catalog catalog, ModelRegistry registry) {

  static SampleStore in(Path home) {
    return in(home, new Names());
  }

  static SampleStore in(Path home, Fetcher fetcher) {
    Catalog catalog =
        Catalog.of(
            List.of(
                model("words", Map.of("terms", "onnx"), Task.EMBEDDING),
                model("short", Map.of(), Task.EMBEDDING, 4),
                model("chat", Map.of(), Task.GENERATION)));
    return new SampleStore(
        catalog,
        new ModelRegistry(
            catalog,
            ModelsLock.empty(),
            new ModelStore(new StoreLayout(home)),
            new Fetchers(List.of(fetcher), List.of())));
  }

  private static CatalogModel model(
      String name, Map<String, String> aliases, Task task, Integer... matryoshka) {
    Variant variant =
        new Variant(
            "onnx",
            "onnx",
            "F32",
            "bert",
            128,
            Pooling.MEAN,
            "Apache-2.0",
            Source.parse("file:samples"),
            "1",
            Attestation.NONE,
            List.of(new ModelFile(FileRole.MODEL, "model.onnx", null, null, null)));
    return new CatalogModel(
        name,
        aliases,
        "A sample",
        task,
        8,
        List.of(matryoshka),
        true,
        "",
        "",
        false,
        List.of(variant));
  }

  /** Gives every model its name as its file. */
  private static final class Names implements Fetcher {

    @Override
    public boolean fetches(Source source) {
      return true;
    }

    @Override
    public Fetched fetch(FetchRequest request) {
      request.sink().append(ByteBuffer.wrap(request.model().getBytes(StandardCharsets.UTF_8)));
      return new Fetched(Origin.FOLDER, "file:samples/model.onnx", "1");
    }
  }
}
