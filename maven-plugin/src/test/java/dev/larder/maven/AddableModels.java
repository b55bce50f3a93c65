package dev.larder.maven;

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
import dev.larder.core.store.Fetchers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A catalog of three models for tests, and who fetches them: every file holds its own path. */
public final class AddableModels implements Fetcher {

  public static final String REVISION = "544f204f2eaa2d71361ffc74d6df7170285b286a";

  public final AtomicInteger fetches = new AtomicInteger();

  /** An open model of two variants, a gated one, and one that cannot be fetched. */
  public Catalog catalog() {
    return Catalog.of(
        List.of(
            model("small", "MIT", false, variant("small", "fp32"), variant("small", "int8")),
            model("walled", "Gemma Terms of Use", true, variant("walled", "fp32")),
            model("broken", "MIT", false, variant("broken", "fp32"))));
  }

  public Fetchers fetchers() {
    return new Fetchers(List.of(this), List.of());
  }

  private static CatalogModel model(
      String name, String licence, boolean gated, Variant... variants) {
    return new CatalogModel(
        name,
        Map.of(),
        "For tests",
        Task.EMBEDDING,
        8,
        List.of(),
        true,
        "",
        "",
        gated,
        List.of(variants).stream().map(variant -> licensed(variant, licence)).toList());
  }

  private static Variant variant(String model, String quantisation) {
    String path = model + "-" + quantisation + ".onnx";
    return new Variant(
        "onnx-" + quantisation,
        "onnx",
        quantisation,
        "bert",
        128,
        Pooling.MEAN,
        "",
        Source.parse("hf:acme/" + model),
        REVISION,
        Attestation.MULTIPLE,
        List.of(new ModelFile(FileRole.MODEL, path, digest(path), null, (long) path.length())));
  }

  private static Variant licensed(Variant variant, String licence) {
    return new Variant(
        variant.id(),
        variant.format(),
        variant.quantisation(),
        variant.architecture(),
        variant.maxTokens(),
        variant.pooling(),
        licence,
        variant.source(),
        variant.revision(),
        variant.attestation(),
        variant.files());
  }

  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public boolean fetches(Source source) {
    return !source.text().endsWith("broken");
  }

  @Override
  public Fetched fetch(FetchRequest request) {
    fetches.incrementAndGet();
    request.sink().restart();
    byte[] content = request.file().path().getBytes(StandardCharsets.UTF_8);
    request.sink().append(ByteBuffer.wrap(content));
    return new Fetched("https://hub.invalid/" + request.file().path(), REVISION);
  }
}
