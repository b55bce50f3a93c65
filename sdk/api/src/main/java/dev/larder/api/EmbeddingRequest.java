package dev.larder.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link EmbeddingEngine} is to embed, and how.
 *
 * @param texts the texts; may be none
 * @param role what they are to the model
 * @param overlong what becomes of those that are longer than the model reads
 * @param task what queries are for, in a sentence, for models that are told; null for the task that
 *     the model was published with
 */
public record EmbeddingRequest(
    List<String> texts, TextRole role, Overlong overlong, @Nullable String task) {

  public EmbeddingRequest {
    texts = List.copyOf(texts);
    if (task != null && role != TextRole.QUERY) {
      throw new IllegalArgumentException("Only queries are given a task");
    }
  }

  /** Texts that are cut where they are too long, for the task that the model was made for. */
  public static EmbeddingRequest of(List<String> texts, TextRole role) {
    return new EmbeddingRequest(texts, role, Overlong.TRUNCATE, null);
  }

  /** The same, with something else done to texts that are too long. */
  public EmbeddingRequest withOverlong(Overlong other) {
    return new EmbeddingRequest(texts, role, other, task);
  }

  /**
   * The same for a task, for instance {@code "Given a claim, find documents that refute it"}.
   *
   * @throws IllegalArgumentException if the texts are not queries
   */
  public EmbeddingRequest withTask(String other) {
    return new EmbeddingRequest(texts, role, overlong, other);
  }
}
