package dev.larder.core.store;

import dev.larder.core.catalog.FileRole;
import dev.larder.core.catalog.ModelFile;
import dev.larder.core.catalog.Origin;
import dev.larder.core.catalog.Selector;
import dev.larder.core.catalog.Source;
import dev.larder.core.fetch.FetchRequest;
import dev.larder.core.fetch.Fetched;
import dev.larder.core.fetch.Fetcher;
import dev.larder.core.lock.Integrity;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A source of files for tests, which counts what is asked of it. */
public final class InMemorySource implements Fetcher {

  public static final String COMMIT = "0123456789012345678901234567890123456789";

  public final AtomicInteger fetches = new AtomicInteger();
  private final Map<String, byte[]> contents = new ConcurrentHashMap<>();

  public InMemorySource with(String path, String content) {
    return with(path, content.getBytes(StandardCharsets.UTF_8));
  }

  public InMemorySource with(String path, byte[] content) {
    contents.put(path, content);
    return this;
  }

  public Fetchers asFetchers() {
    return new Fetchers(List.of(this), List.of());
  }

  /** A model whose files are those given, with the digests of what the source has now. */
  WantedModel wants(String... paths) {
    return wants(
        COMMIT, List.of(paths).stream().map(path -> file(path, digest(path), size(path))).toList());
  }

  WantedModel wants(@Nullable String revision, List<ModelFile> files) {
    return new WantedModel(
        Selector.parse("small"),
        "onnx-fp32",
        Source.parse("hf:somebody/small"),
        revision,
        8,
        "MIT",
        Integrity.CATALOG,
        files);
  }

  static ModelFile file(String path, @Nullable String sha256, @Nullable Long size) {
    return new ModelFile(
        path.startsWith("tokenizer") ? FileRole.TOKENIZER : FileRole.MODEL,
        path,
        sha256,
        null,
        size);
  }

  public String digest(String path) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content(path)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  public long size(String path) {
    return content(path).length;
  }

  byte[] content(String path) {
    return Objects.requireNonNull(contents.get(path), path);
  }

  @Override
  public boolean fetches(Source source) {
    return source instanceof Source.HubSource;
  }

  @Override
  public Fetched fetch(FetchRequest request) {
    fetches.incrementAndGet();
    byte[] content = content(request.file().path());
    int from = (int) request.sink().size();
    request.sink().append(ByteBuffer.wrap(content, from, content.length - from));
    return new Fetched(Origin.HUB, "https://hub.test/" + request.file().path(), COMMIT);
  }
}
