package dev.larder.projections.training;

import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.InterruptedCallException;
import dev.larder.api.InvalidFileException;
import dev.larder.api.TextRole;
import dev.larder.core.fetch.Sha256;
import dev.larder.projections.safetensors.DataType;
import dev.larder.projections.safetensors.Safetensors;
import dev.larder.projections.safetensors.SafetensorsFile;
import dev.larder.projections.safetensors.Tensor;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The vectors of texts by one model's bytes, kept in a file by the digests of text and role, so
 * that no text is embedded twice.
 */
final class EmbeddingCache implements Samples.Embedder {

  private static final String DIGESTS = "digests";
  private static final String VECTORS = "vectors";
  private static final int DIGEST_BYTES = 32;

  /** Texts between two looks at whether somebody wants training to end. */
  private static final int AT_ONCE = 256;

  private final EmbeddingEngine engine;
  private final SafetensorsFile file;
  private final TrainingListener listener;
  private final Map<ByteBuffer, float[]> vectors;

  EmbeddingCache(EmbeddingEngine engine, Path path, TrainingListener listener) {
    this.engine = engine;
    this.file = new SafetensorsFile(path, "delete it; training makes it again");
    this.listener = listener;
    this.vectors = new LinkedHashMap<>();
    if (Files.exists(path)) {
      read();
    }
  }

  /** What cannot be used is made anew. */
  private void read() {
    try {
      Map<String, Tensor> tensors = file.read().tensors();
      Tensor digests = tensors.get(DIGESTS);
      Tensor rows = tensors.get(VECTORS);
      if (digests != null && rows != null && fit(digests, rows)) {
        ByteBuffer keys = digests.data();
        for (float[] row : rows.rows()) {
          byte[] key = new byte[DIGEST_BYTES];
          keys.get(key);
          vectors.put(ByteBuffer.wrap(key), row);
        }
      }
    } catch (InvalidFileException e) {
      vectors.clear();
    }
  }

  private boolean fit(Tensor digests, Tensor rows) {
    return digests.type() == DataType.U8
        && rows.type() == DataType.F32
        && rows.shape().size() == 2
        && rows.shape().get(1) == engine.dimensions()
        && digests.shape().equals(List.of(rows.shape().get(0), DIGEST_BYTES));
  }

  @Override
  public float[][] embed(List<String> texts, TextRole role) throws InterruptedException {
    List<String> unknown =
        texts.stream().filter(text -> !vectors.containsKey(key(text, role))).toList();
    if (!unknown.isEmpty()) {
      try {
        embedUnknown(unknown, role);
      } finally {
        write();
      }
    }
    return texts.stream().map(text -> vectors.get(key(text, role))).toArray(float[][]::new);
  }

  private void embedUnknown(List<String> texts, TextRole role) throws InterruptedException {
    for (int first = 0; first < texts.size(); first += AT_ONCE) {
      if (Thread.interrupted()) {
        throw new InterruptedException("Training was to end while texts were embedded");
      }
      List<String> some = texts.subList(first, Math.min(first + AT_ONCE, texts.size()));
      float[][] rows = vectors(some, role);
      for (int i = 0; i < rows.length; i++) {
        vectors.put(key(some.get(i), role), rows[i]);
      }
      listener.embedded(first + some.size(), texts.size());
    }
  }

  private float[][] vectors(List<String> texts, TextRole role) throws InterruptedException {
    try {
      return engine.embedAll(texts, role).stream().map(Embedding::vector).toArray(float[][]::new);
    } catch (InterruptedCallException e) {
      // The same here as between two calls of the engine.
      Thread.interrupted();
      throw (InterruptedException)
          new InterruptedException("Training was to end while texts were embedded").initCause(e);
    }
  }

  private void write() {
    ByteBuffer keys = ByteBuffer.allocate(vectors.size() * DIGEST_BYTES);
    vectors.keySet().forEach(key -> keys.put(key.duplicate()));
    file.write(
        new Safetensors(
            Map.of(),
            new TreeMap<>(
                Map.of(
                    DIGESTS,
                    new Tensor(DataType.U8, List.of(vectors.size(), DIGEST_BYTES), keys.flip()),
                    VECTORS,
                    Tensor.matrix(vectors.values().toArray(float[][]::new))))));
  }

  private static ByteBuffer key(String text, TextRole role) {
    MessageDigest digest = Sha256.ofTheJvm();
    digest.update((role.name() + "\n").getBytes(StandardCharsets.UTF_8));
    return ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
