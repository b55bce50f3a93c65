package dev.larder.maven;

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
import dev.larder.core.fetch.TransferListener;
import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.ModelsLock;
import dev.larder.core.project.LockFile;
import dev.larder.core.store.Fetchers;
import dev.larder.core.store.Installation;
import dev.larder.core.store.ModelStore;
import dev.larder.core.store.StoreLayout;
import dev.larder.core.store.WantedModel;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A store, a catalog of an open model of two variants, a gated one, and one that cannot be fetched;
 * and a source in which every file holds its own path, but a GGUF file a header.
 */
public final class SampleStore {

  public static final String REVISION = "544f204f2eaa2d71361ffc74d6df7170285b286a";

  public static final Catalog CATALOG =
      Catalog.of(
          List.of(
              model("small", "Apache-2.0", false, "onnx-fp32", "gguf-q8_0"),
              model("walled", "Walled Terms", true, "onnx-int8"),
              model("broken", "MIT", false, "onnx-fp16")));

  public final ModelStore store;

  /** How many files were fetched. */
  public final AtomicInteger fetches = new AtomicInteger();

  public SampleStore(Path home) {
    this.store = new ModelStore(new StoreLayout(home));
  }

  private static CatalogModel model(
      String name, String licence, boolean gated, String... variants) {
    return new CatalogModel(
        name,
        Map.of(name + "-alias", variants[variants.length - 1]),
        "A sample.",
        Task.EMBEDDING,
        8,
        List.of(4),
        true,
        "query: ",
        "",
        gated,
        List.of(variants).stream().map(id -> variant(name, id, licence)).toList());
  }

  private static Variant variant(String model, String id, String licence) {
    return new Variant(
        id,
        id.substring(0, id.indexOf('-')),
        id.substring(id.indexOf('-') + 1),
        "bert",
        128,
        Pooling.MEAN,
        licence,
        Source.parse("hf:acme/" + model),
        REVISION,
        Attestation.SINGLE,
        List.of(
            file(FileRole.MODEL, id + ".model"), file(FileRole.TOKENIZER, id + ".tokenizer.json")));
  }

  private static ModelFile file(FileRole role, String path) {
    byte[] content = content(path);
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return new ModelFile(
          role, path, HexFormat.of().formatHex(digest), null, (long) content.length);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] content(String path) {
    return path.equals("gguf-q8_0.model")
        ? SampleHeader.bytes()
        : path.getBytes(StandardCharsets.UTF_8);
  }

  public static WantedModel wanted(String selector) {
    return WantedModel.of(CATALOG.select(selector));
  }

  /** Fetches a model. */
  public Installation install(String selector) {
    return store.install(List.of(wanted(selector)), fetchers(), TransferListener.SILENT).get(0);
  }

  public Fetchers fetchers() {
    return new Fetchers(List.of(new PathsAsContent(fetches)), List.of());
  }

  /** Writes the lock of a project, which the store then knows. */
  public Path project(Path folder, String... selectors) {
    List<LockedModel> models =
        List.of(selectors).stream()
            .map(selector -> wanted(selector).exactly().orElseThrow())
            .toList();
    LockFile lock = new LockFile(folder.resolve(ModelsLock.FILE_NAME));
    lock.write(ModelsLock.of(models));
    store.projects().note("com.acme:" + folder.getFileName(), lock.path(), ModelsLock.of(models));
    return lock.path();
  }

  private record PathsAsContent(AtomicInteger fetches) implements Fetcher {

    @Override
    public boolean fetches(Source source) {
      return !source.text().endsWith("broken");
    }

    @Override
    public Fetched fetch(FetchRequest request) {
      fetches.incrementAndGet();
      request.sink().restart();
      request.sink().append(ByteBuffer.wrap(content(request.file().path())));
      return new Fetched(Origin.HUB, "https://hub.invalid/" + request.file().path(), REVISION);
    }
  }
}
