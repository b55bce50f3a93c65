package dev.larder.testkit;

import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.EmbeddingRequest;
import dev.larder.api.ModelInfo;
import dev.larder.api.Overlong;
import dev.larder.api.OverlongTextException;
import dev.larder.api.TextRole;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.Selection;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Vectors of the model's dimensions and of length 1, which depend on a text's words alone: the same
 * words have the same vector in every run, and the more words two texts share, the closer they are.
 * A token is a word; there are no special tokens and no prefixes.
 */
public final class FakeEmbeddingEngine implements EmbeddingEngine {

  private final FakeModel<EmbeddingRequest> model;
  private final CatalogModel known;
  private final int dimensions;
  private final int maxTokens;

  FakeEmbeddingEngine(Selection selection) {
    this.model = new FakeModel<>(selection);
    this.known = selection.model();
    this.dimensions = selection.model().dimensions();
    this.maxTokens = selection.variant().maxTokens();
  }

  /** Every request so far, oldest first. */
  public List<EmbeddingRequest> calls() {
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
  public List<Embedding> embed(EmbeddingRequest request) {
    // Nothing is put before a text, but a task that the model is not told is a mistake here, too.
    known.prefix(request);
    List<Words> texts = request.texts().stream().map(Words::of).toList();
    List<Words> read =
        IntStream.range(0, texts.size())
            .mapToObj(i -> read(request.overlong(), i, texts.get(i)))
            .toList();
    model.record(request);
    return IntStream.range(0, texts.size())
        .mapToObj(i -> embedding(texts.get(i), read.get(i)))
        .toList();
  }

  private Words read(Overlong overlong, int index, Words words) {
    if (words.count() <= maxTokens) {
      return words;
    }
    return switch (overlong) {
      case TRUNCATE -> words.first(maxTokens);
      case CHUNK -> words;
      case FAIL ->
          throw new OverlongTextException(model.info().name(), index, words.count(), maxTokens);
    };
  }

  private Embedding embedding(Words words, Words read) {
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
