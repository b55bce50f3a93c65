package dev.larder.onnx;

import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.ModelInfo;
import dev.larder.api.TextRole;
import dev.larder.core.engine.InstalledModel;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Embeds texts on ONNX Runtime. */
final class OnnxEmbeddingEngine implements EmbeddingEngine {

  private static final Logger LOG = LoggerFactory.getLogger(OnnxEmbeddingEngine.class);

  private final InstalledModel model;
  private final TextTokenizer tokenizer;
  private final Network network;
  private final TextEncoder encoder;
  private final BatchPolicy policy;
  private final Lifetime lifetime;
  private final AtomicBoolean truncationTold = new AtomicBoolean();

  private OnnxEmbeddingEngine(InstalledModel model, TextTokenizer tokenizer, Network network) {
    this.model = model;
    this.tokenizer = tokenizer;
    this.network = network;
    this.encoder =
        new TextEncoder(
            model.label(),
            network,
            new Pooler(model.variant().pooling(), model.model().normalised()));
    this.policy = BatchPolicy.of(model.variant(), network);
    this.lifetime = new Lifetime(model.label());
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
    String prefixed = prefix(role) + Objects.requireNonNull(text);
    return lifetime.use(() -> tokenizer.count(prefixed));
  }

  @Override
  public List<Embedding> embedAll(List<String> texts, TextRole role) {
    String prefix = prefix(role);
    List<String> prefixed = List.copyOf(texts).stream().map(prefix::concat).toList();
    return lifetime.use(() -> embed(prefixed.stream().map(tokenizer::tokenize).toList()));
  }

  private List<Embedding> embed(List<Tokens> texts) {
    texts.forEach(this::tellOfTruncation);
    Embedding[] embeddings = new Embedding[texts.size()];
    for (int[] run : policy.runs(texts)) {
      List<float[]> vectors = encoder.encode(Arrays.stream(run).mapToObj(texts::get).toList());
      for (int i = 0; i < run.length; i++) {
        embeddings[run[i]] = embedding(texts.get(run[i]), vectors.get(i));
      }
    }
    return Arrays.stream(embeddings)
        .map(embedding -> embedding == null ? withoutTokens() : embedding)
        .toList();
  }

  /** What a text has that has no token, not even a special one: no direction. */
  private Embedding withoutTokens() {
    return new Embedding(new float[dimensions()], 0, 0);
  }

  private static Embedding embedding(Tokens text, float[] vector) {
    return new Embedding(vector, text.length(), text.truncated());
  }

  private String prefix(TextRole role) {
    return switch (role) {
      case QUERY -> model.model().queryPrefix();
      case DOCUMENT -> model.model().documentPrefix();
    };
  }

  /** Once for an engine: the result says it for every text. */
  private void tellOfTruncation(Tokens text) {
    if (text.truncated() > 0 && truncationTold.compareAndSet(false, true)) {
      LOG.warn(
          "{} reads {} tokens; a text with {} more was cut at its end. It is not said again;"
              + " Embedding.truncatedTokens() tells of every text.",
          model.label(),
          maxTokens(),
          text.truncated());
    }
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
