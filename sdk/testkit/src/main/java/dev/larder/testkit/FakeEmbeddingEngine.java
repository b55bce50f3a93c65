package dev.larder.testkit;

import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.ModelInfo;
import dev.larder.api.TextRole;
import dev.larder.core.catalog.Selection;
import java.util.List;
import java.util.Random;

/**
 * Vectors of the model's dimensions and of length 1, which depend on a text's words alone: the same
 * words have the same vector in every run, and the more words two texts share, the closer they are.
 * A token is a word; there are no special tokens and no prefixes.
 */
public final class FakeEmbeddingEngine implements EmbeddingEngine {

  private final FakeModel<Call> model;
  private final int dimensions;
  private final int maxTokens;

  /** What the engine was asked at once. */
  public record Call(List<String> texts, TextRole role) {

    public Call {
      texts = List.copyOf(texts);
    }
  }

  FakeEmbeddingEngine(Selection selection) {
    this.model = new FakeModel<>(selection);
    this.dimensions = selection.model().dimensions();
    this.maxTokens = selection.variant().maxTokens();
  }

  /** Every call so far, oldest first. */
  public List<Call> calls() {
    return model.calls();
  }

  @Override
  public ModelInfo model() {
    return model.info();
  }

  @Override
  public int dimensions() {
    return dimensions;
  }

  @Override
  public int maxTokens() {
    return maxTokens;
  }

  @Override
  public int countTokens(String text, TextRole role) {
    model.requireOpen();
    return Words.of(text).count();
  }

  @Override
  public List<Embedding> embedAll(List<String> texts, TextRole role) {
    Call call = new Call(texts, role);
    model.record(call);
    return call.texts().stream().map(Words::of).map(this::embedding).toList();
  }

  private Embedding embedding(Words words) {
    Words read = words.first(maxTokens);
    float[] vector = new float[dimensions];
    read.words().forEach(word -> add(vector, word));
    if (read.count() == 0) {
      add(vector, "");
    }
    normalise(vector);
    return new Embedding(vector, read.count(), words.count() - read.count());
  }

  /** Directions that are drawn at random are nearly at right angles, the more so the longer. */
  private static void add(float[] vector, String word) {
    Random random = new Random(word.hashCode());
    for (int i = 0; i < vector.length; i++) {
      vector[i] += (float) random.nextGaussian();
    }
  }

  private static void normalise(float[] vector) {
    double square = 0;
    for (float component : vector) {
      square += (double) component * component;
    }
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (vector[i] / Math.sqrt(square));
    }
  }

  @Override
  public void close() {
    model.close();
  }
}
