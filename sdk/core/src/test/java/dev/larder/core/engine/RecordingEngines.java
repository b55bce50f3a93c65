package dev.larder.core.engine;

import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.EmbeddingRequest;
import dev.larder.api.Engine;
import dev.larder.api.EngineException;
import dev.larder.api.Generation;
import dev.larder.api.GenerationEngine;
import dev.larder.api.GenerationRequest;
import dev.larder.api.GenerationStream;
import dev.larder.api.ModelInfo;
import dev.larder.api.RankedDocument;
import dev.larder.api.RerankEngine;
import dev.larder.api.TextRole;
import dev.larder.core.catalog.CatalogModel;
import dev.larder.core.catalog.Variant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs every ONNX model, and writes down what happens. */
public final class RecordingEngines implements EngineProvider {

  private final List<String> events = new ArrayList<>();
  private @Nullable RuntimeException openingFailure;
  private boolean failsAtClosing;
  private Preparation beforeOpening = () -> {};

  /** Such as {@code open words:onnx}, oldest first. */
  public List<String> events() {
    return events;
  }

  /** Lets every opening fail; null lets it succeed again. */
  public void failAtOpening(@Nullable RuntimeException failure) {
    openingFailure = failure;
  }

  /** What is done before each opening, if anything. */
  public interface Preparation {
    void run() throws InterruptedException;
  }

  public void beforeOpening(Preparation preparation) {
    beforeOpening = preparation;
  }

  /** Lets every closing fail. */
  public void failAtClosing() {
    failsAtClosing = true;
  }

  @Override
  public String name() {
    return "recording";
  }

  @Override
  public int suitability(CatalogModel model, Variant variant) {
    return variant.format().equals("onnx") ? 50 : 0;
  }

  @Override
  public Engine open(InstalledModel model) {
    if (openingFailure != null) {
      throw openingFailure;
    }
    try {
      beforeOpening.run();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    events.add("open " + model.label());
    return switch (model.model().task()) {
      case EMBEDDING -> new Embedder(model);
      case RERANK -> new Reranker(model);
      case GENERATION -> new Generator(model);
    };
  }

  private void closed(InstalledModel model) {
    events.add("close " + model.label());
    if (failsAtClosing) {
      throw new EngineException(model.label(), "it does not close", null);
    }
  }

  private final class Embedder implements EmbeddingEngine {

    private final InstalledModel model;

    Embedder(InstalledModel model) {
      this.model = model;
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
      return 77;
    }

    @Override
    public int countTokens(String text, TextRole role) {
      return text.length();
    }

    @Override
    public List<Embedding> embed(EmbeddingRequest request) {
      return request.texts().stream()
          .map(text -> new Embedding(new float[8], text.length(), 0))
          .toList();
    }

    @Override
    public void close() {
      closed(model);
    }
  }

  private final class Reranker implements RerankEngine {

    private final InstalledModel model;

    Reranker(InstalledModel model) {
      this.model = model;
    }

    @Override
    public ModelInfo model() {
      return model.info();
    }

    @Override
    public int maxTokens() {
      return 77;
    }

    @Override
    public List<RankedDocument> rerank(String query, List<String> documents) {
      return List.of(new RankedDocument(0, query.length(), 0));
    }

    @Override
    public void close() {
      closed(model);
    }
  }

  private final class Generator implements GenerationEngine {

    private final InstalledModel model;

    Generator(InstalledModel model) {
      this.model = model;
    }

    @Override
    public ModelInfo model() {
      return model.info();
    }

    @Override
    public int maxTokens() {
      return 77;
    }

    @Override
    public GenerationStream stream(GenerationRequest request) {
      Iterator<String> pieces = List.of("piece").iterator();
      return new GenerationStream() {
        @Override
        public boolean hasNext() {
          return pieces.hasNext();
        }

        @Override
        public String next() {
          return pieces.next();
        }

        @Override
        public Generation result() {
          return new Generation(
              "piece", 1, 1, Generation.End.FINISHED, Duration.ZERO, Duration.ZERO);
        }

        @Override
        public void close() {}
      };
    }

    @Override
    public void close() {
      closed(model);
    }
  }
}
