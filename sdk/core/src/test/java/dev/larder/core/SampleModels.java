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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Models whose one file holds their own label, such as {@code words:onnx}. */
public final class SampleModels {

  private SampleModels() {}

  /** A model with a variant for every format; {@code <name>-alias} means the first of them. */
  public static CatalogModel model(String name, Task task, String... formats) {
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

  private static Variant variant(String name, String format) {
    byte[] content = content(name + ":" + format);
    ModelFile file =
        new ModelFile(FileRole.MODEL, "model.bin", sha256(content), null, (long) content.length);
    return new Variant(
        format,
        format,
        "F32",
        "bert",
        128,
        Pooling.MEAN,
        "Apache-2.0",
        Source.parse("file:samples"),
        "r1",
        Attestation.SINGLE,
        List.of(file));
  }

  /** The registry of a new store, which can fetch the models. */
  public static ModelRegistry registry(Path home, CatalogModel... models) {
    return new ModelRegistry(
        Catalog.of(List.of(models)),
        ModelsLock.empty(),
        new ModelStore(new StoreLayout(home)),
        new Fetchers(List.of(new LabelFetcher())));
  }

  private static byte[] content(String label) {
    return label.getBytes(StandardCharsets.UTF_8);
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static final class LabelFetcher implements Fetcher {

    @Override
    public boolean fetches(Source source) {
      return true;
    }

    @Override
    public Fetched fetch(FetchRequest request) {
      request.sink().restart();
      request.sink().append(ByteBuffer.wrap(content(request.model())));
      return new Fetched("file:samples/model.bin", "r1");
    }
  }
}
