package dev.larder.onnx;

import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.ModelInfo;
import dev.larder.api.TextRole;
import dev.larder.core.engine.InstalledModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Embeds texts on ONNX Runtime. */
final class OnnxEmbeddingEngine implements EmbeddingEngine {

  private static final Logger LOG = LoggerFactory.getLogger(OnnxEmbeddingEngine.class);

  private final InstalledModel model;
  private final TextTokenizer tokenizer;
  private final Network network;
  private final TextEncoder single;
  private final ParallelEncoder encoder;
  private final Helpers helpers;
  private final Lifetime lifetime;
  private final AtomicBoolean truncationTold = new AtomicBoolean();

  private OnnxEmbeddingEngine(InstalledModel model, TextTokenizer tokenizer, Network network) {
    this.model = model;
    this.tokenizer = tokenizer;
    this.network = network;
    this.single =
        new TextEncoder(
            model.label(),
            network,
            new Pooler(model.variant().pooling(), model.model().normalised()));
    int processors = Runtime.getRuntime().availableProcessors();
    BatchPolicy policy = BatchPolicy.of(model.variant(), network);
    this.helpers = new Helpers(model.label(), processors);
    this.encoder = new ParallelEncoder(policy, new RunQueue(single, policy, processors), helpers);
    this.lifetime = new Lifetime(model.label());
  }

  static OnnxEmbeddingEngine open(InstalledModel model) {
    Opening<TextTokenizer> tokenizer =
        Opening.start("larder " + model.label(), () -> TextTokenizer.open(model));
    Network network;
    try {
      network = Network.open(model, ModelOutput.pooledBy(model.variant().pooling()));
    } catch (RuntimeException | LinkageError e) {
      tokenizer.discard(TextTokenizer::close);
      throw e;
    }
    try {
      return checked(new OnnxEmbeddingEngine(model, tokenizer.get(), network));
    } catch (RuntimeException | LinkageError e) {
      tokenizer.discard(TextTokenizer::close);
      network.close();
      throw e;
    }
  }

  private static OnnxEmbeddingEngine checked(OnnxEmbeddingEngine engine) {
    new ModelCheck(engine.model, engine.tokenizer, engine.single).run();
    return engine;
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
    return lifetime.use(() -> embed(tokenize(prefixed)));
  }

  private List<Tokens> tokenize(List<String> texts) {
    Tokens[] tokens = new Tokens[texts.size()];
    helpers.forEach(tokens.length, text -> tokens[text] = tokenizer.tokenize(texts.get(text)));
    return Arrays.asList(tokens);
  }

  private List<Embedding> embed(List<Tokens> texts) {
    texts.forEach(this::tellOfTruncation);
    List<float @Nullable []> vectors = encoder.encode(texts);
    List<Embedding> embeddings = new ArrayList<>(texts.size());
    for (int i = 0; i < texts.size(); i++) {
      float[] vector = vectors.get(i);
      embeddings.add(vector == null ? withoutTokens() : embedding(texts.get(i), vector));
    }
    return List.copyOf(embeddings);
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
          helpers.close();
          try {
            network.close();
          } finally {
            tokenizer.close();
          }
        });
  }
}
