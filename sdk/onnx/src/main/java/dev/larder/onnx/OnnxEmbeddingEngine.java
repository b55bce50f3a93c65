package dev.larder.onnx;

import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.EmbeddingRequest;
import dev.larder.api.EngineCounters;
import dev.larder.api.ModelInfo;
import dev.larder.api.Overlong;
import dev.larder.api.TextRole;
import dev.larder.core.engine.InstalledModel;
import dev.larder.core.engine.TruncationNotice;
import dev.larder.core.engine.VectorLength;
import dev.larder.core.engine.WindowMean;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/** Embeds texts on ONNX Runtime. */
final class OnnxEmbeddingEngine implements EmbeddingEngine {

  private final InstalledModel model;
  private final OpenModel open;
  private final TruncationNotice notice;

  private OnnxEmbeddingEngine(InstalledModel model, OpenModel open) {
    this.model = model;
    this.open = open;
    this.notice = new TruncationNotice(model);
  }

  static OnnxEmbeddingEngine open(InstalledModel model, ExecutionProvider provider) {
    return new OnnxEmbeddingEngine(
        model, OpenModel.open(model, ModelResult.vectors(model), provider));
  }

  @Override
  public ModelInfo model() {
    return model.info();
  }

  @Override
  public int dimensions() {
    return model.model().dimensions();
  }

  @Override
  public int maxTokens() {
    return model.variant().maxTokens();
  }

  @Override
  public int countTokens(String text, TextRole role) {
    String prefixed = model.model().prefix(role) + Objects.requireNonNull(text);
    return open.use(() -> open.tokenize("the text", with -> with.tokenize(prefixed)).length());
  }

  @Override
  public int countTokens(String text, TextRole role, int most) {
    String prefixed = model.model().prefix(role) + Objects.requireNonNull(text);
    int counted =
        open.use(() -> open.tokenize("the text", with -> with.tokenize(prefixed, most)).length());
    return Math.min(counted, most);
  }

  @Override
  public List<Embedding> embed(EmbeddingRequest request) {
    String prefix = model.model().prefix(request);
    return open.use(() -> embed(read(request, prefix)));
  }

  private List<Reading> read(EmbeddingRequest request, String prefix) {
    TextReader reader =
        new TextReader(
            model.label(),
            maxTokens(),
            request.overlong(),
            () -> open.tokenize("the prefix", with -> with.tokenize(prefix)));
    // A text in windows is read to its end.
    int most = request.overlong() == Overlong.CHUNK ? Integer.MAX_VALUE : maxTokens();
    List<Reading> readings = new ArrayList<>();
    for (Tokens text :
        open.tokenizeAll(
            "text", request.texts(), (with, text) -> with.tokenize(prefix + text, most))) {
      readings.add(reader.read(readings.size(), text));
    }
    return readings;
  }

  private List<Embedding> embed(List<Reading> readings) {
    Iterator<float[]> vectors =
        open.encode(readings.stream().flatMap(reading -> reading.parts().stream()).toList())
            .iterator();
    List<Embedding> embeddings = new ArrayList<>();
    for (Reading reading : readings) {
      notice.tell(reading.truncated());
      embeddings.add(
          new Embedding(
              open.requireNumbers("text " + embeddings.size(), vector(reading, vectors)),
              reading.tokens(),
              reading.truncated()));
    }
    return embeddings;
  }

  /** A text without a token, not even a special one, has the zero vector: no direction. */
  private float[] vector(Reading reading, Iterator<float[]> vectors) {
    return switch (reading.windows().size()) {
      case 0 -> new float[dimensions()];
      case 1 -> vectors.next();
      default -> mean(reading, vectors);
    };
  }

  private float[] mean(Reading reading, Iterator<float[]> vectors) {
    WindowMean mean = new WindowMean(dimensions());
    reading.windows().forEach(window -> mean.add(vectors.next(), window));
    float[] vector = mean.vector();
    VectorLength.of(model.model()).apply(vector);
    return vector;
  }

  @Override
  public EngineCounters counters() {
    return open.counters();
  }

  @Override
  public void close() {
    open.close();
  }
}
