package dev.larder.onnx;

import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.EmbeddingRequest;
import dev.larder.api.ModelInfo;
import dev.larder.api.TextRole;
import dev.larder.core.engine.InstalledModel;
import dev.larder.core.engine.VectorLength;
import dev.larder.core.engine.WindowMean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/** Embeds texts on ONNX Runtime. */
final class OnnxEmbeddingEngine implements EmbeddingEngine {

  private final InstalledModel model;
  private final TextTokenizer tokenizer;
  private final Network network;
  private final TextEncoder encoder;
  private final BatchPolicy policy;
  private final Lifetime lifetime;
  private final TruncationNotice notice;

  private OnnxEmbeddingEngine(InstalledModel model, TextTokenizer tokenizer, Network network) {
    this.model = model;
    this.tokenizer = tokenizer;
    this.network = network;
    this.encoder =
        new TextEncoder(
            model.label(),
            network,
            new Pooler(model.variant().pooling(), VectorLength.of(model.model())));
    this.policy = BatchPolicy.of(model.variant(), network);
    this.lifetime = new Lifetime(model.label());
    this.notice = new TruncationNotice(model.label(), model.variant().maxTokens());
  }

  static OnnxEmbeddingEngine open(InstalledModel model) {
    TextTokenizer tokenizer = TextTokenizer.open(model);
    try {
      Network network = Network.open(model, ModelOutput.pooledBy(model.variant().pooling()));
      try {
        OnnxEmbeddingEngine engine = new OnnxEmbeddingEngine(model, tokenizer, network);
        new ModelCheck(model, tokenizer, engine.encoder).run();
        return engine;
      } catch (RuntimeException e) {
        network.close();
        throw e;
      }
    } catch (RuntimeException | LinkageError e) {
      tokenizer.close();
      throw e;
    }
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
    return lifetime.use(() -> tokenizer.tokenize(prefixed).length());
  }

  @Override
  public List<Embedding> embed(EmbeddingRequest request) {
    String prefix = model.model().prefix(request);
    return lifetime.use(() -> embed(read(request, prefix)));
  }

  private List<Reading> read(EmbeddingRequest request, String prefix) {
    TextReader reader =
        new TextReader(model.label(), maxTokens(), request.overlong(), tokenizer.tokenize(prefix));
    List<Reading> readings = new ArrayList<>();
    for (String text : request.texts()) {
      readings.add(reader.read(readings.size(), tokenizer.tokenize(prefix + text)));
    }
    return readings;
  }

  private List<Embedding> embed(List<Reading> readings) {
    Iterator<float[]> vectors =
        vectors(readings.stream().flatMap(reading -> reading.parts().stream()).toList()).iterator();
    List<Embedding> embeddings = new ArrayList<>();
    for (Reading reading : readings) {
      notice.tell(reading.truncated());
      embeddings.add(
          new Embedding(vector(reading, vectors), reading.tokens(), reading.truncated()));
    }
    return embeddings;
  }

  private List<float[]> vectors(List<Tokens> texts) {
    float[][] vectors = new float[texts.size()][];
    for (int[] run : policy.runs(texts)) {
      List<float[]> found = encoder.encode(Arrays.stream(run).mapToObj(texts::get).toList());
      for (int i = 0; i < run.length; i++) {
        vectors[run[i]] = found.get(i);
      }
    }
    return List.of(vectors);
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
  public void close() {
    lifetime.end(
        () -> {
          try {
            network.close();
          } finally {
            tokenizer.close();
          }
        });
  }
}
