package dev.larder.llama;

import dev.larder.api.CorruptModelException;
import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.EmbeddingRequest;
import dev.larder.api.EngineCounters;
import dev.larder.api.ModelInfo;
import dev.larder.api.OverlongTextException;
import dev.larder.api.TextRole;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.engine.FiniteVector;
import dev.larder.core.engine.InstalledModel;
import dev.larder.core.engine.TextWindow;
import dev.larder.core.engine.TruncationNotice;
import dev.larder.core.engine.VectorLength;
import dev.larder.core.engine.WindowMean;
import dev.larder.llama.process.Conversation;
import dev.larder.llama.process.ModelWorker;
import dev.larder.llama.protocol.Answer;
import dev.larder.llama.protocol.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Embeds texts in a worker. */
final class LlamaEmbeddingEngine implements EmbeddingEngine {

  private final InstalledModel model;
  private final ModelWorker worker;
  private final TruncationNotice notice;
  private final WorkMeter meter = new WorkMeter();

  private LlamaEmbeddingEngine(InstalledModel model, ModelWorker worker) {
    this.model = model;
    this.worker = worker;
    this.notice = new TruncationNotice(model);
  }

  /**
   * Starts the worker, and finds out whether the model is what the catalog says.
   *
   * @throws CorruptModelException if it is not
   */
  static LlamaEmbeddingEngine open(InstalledModel model, ModelWorker worker) {
    try {
      LlamaEmbeddingEngine trial = new LlamaEmbeddingEngine(model, worker);
      int dimensions = trial.embed("", TextRole.DOCUMENT).dimensions();
      if (dimensions != trial.dimensions()) {
        throw new CorruptModelException(
            model.label(),
            model.file(FileRole.MODEL).toString(),
            "its vectors have %d dimensions, not %d".formatted(dimensions, trial.dimensions()),
            null);
      }
      // Another one, which has not counted anything yet.
      return new LlamaEmbeddingEngine(model, worker);
    } catch (RuntimeException e) {
      worker.close();
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
    return worker.call(
        conversation -> counts(conversation, List.of(spelled(conversation, prefixed))).get(0));
  }

  @Override
  public List<Embedding> embed(EmbeddingRequest request) {
    String prefix = model.model().prefix(request);
    return worker.call(
        conversation -> {
          List<String> texts =
              request.texts().stream().map(text -> spelled(conversation, prefix + text)).toList();
          List<Embedding> embeddings =
              switch (request.overlong()) {
                case TRUNCATE -> truncated(conversation, texts);
                case FAIL -> ifShortEnough(conversation, texts);
                case CHUNK -> inWindows(conversation, prefix, request, texts);
              };
          requireNumbers(embeddings);
          return embeddings;
        });
  }

  /** A window's component that is none makes one of the mean, which is none. */
  private void requireNumbers(List<Embedding> embeddings) {
    for (int i = 0; i < embeddings.size(); i++) {
      FiniteVector.require(model.label(), "text " + i, embeddings.get(i).vector());
    }
  }

  private List<Embedding> truncated(Conversation conversation, List<String> texts) {
    List<Embedding> embeddings =
        conversation
            .askAll(texts, text -> call -> new Request.Embed(call, text), Answer.Embedded.class)
            .stream()
            .map(this::embedding)
            .toList();
    embeddings.forEach(embedding -> notice.tell(embedding.truncatedTokens()));
    return embeddings;
  }

  private List<Embedding> ifShortEnough(Conversation conversation, List<String> texts) {
    List<Integer> counts = counts(conversation, texts);
    for (int i = 0; i < counts.size(); i++) {
      if (counts.get(i) > maxTokens()) {
        throw tooLong(i, counts.get(i));
      }
    }
    return truncated(conversation, texts);
  }

  private List<Embedding> inWindows(
      Conversation conversation, String prefix, EmbeddingRequest request, List<String> texts) {
    List<Integer> counts = counts(conversation, texts);
    List<Embedding> embeddings = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      embeddings.add(
          counts.get(i) <= maxTokens()
              ? truncated(conversation, texts.subList(i, i + 1)).get(0)
              : mean(conversation, i, prefix, request.texts().get(i)));
    }
    return embeddings;
  }

  private Embedding mean(Conversation conversation, int index, String prefix, String text) {
    Answer.Windows windows =
        conversation.ask(
            call ->
                new Request.Split(call, spelled(conversation, prefix), spelled(conversation, text)),
            Answer.Windows.class);
    if (windows.texts().isEmpty()) {
      throw tooLong(index, windows.tokens());
    }
    WindowMean mean = new WindowMean(dimensions());
    List<String> parts =
        windows.texts().stream().map(part -> spelled(conversation, prefix + part)).toList();
    for (Embedding part : truncated(conversation, parts)) {
      // A last window is small, however much of what all have it has too.
      mean.add(part.vector(), new TextWindow(0, Math.max(0, part.tokens() - windows.frame())));
    }
    float[] vector = mean.vector();
    VectorLength.of(model.model()).apply(vector);
    return new Embedding(vector, windows.tokens(), 0);
  }

  private static List<Integer> counts(Conversation conversation, List<String> texts) {
    return conversation
        .askAll(texts, text -> call -> new Request.Count(call, text), Answer.Counted.class)
        .stream()
        .map(Answer.Counted::tokens)
        .toList();
  }

  /** A text as llama.cpp gets it. */
  private static String spelled(Conversation conversation, String text) {
    return conversation.ready().lowerCase() ? WordPieceText.of(text) : text;
  }

  private Embedding embedding(Answer.Embedded answer) {
    meter.count(answer);
    return new Embedding(answer.vector(), answer.tokens(), answer.truncated());
  }

  private OverlongTextException tooLong(int index, int tokens) {
    return new OverlongTextException(model.label(), index, tokens, maxTokens());
  }

  @Override
  public EngineCounters counters() {
    return meter.counters();
  }

  @Override
  public void close() {
    worker.close();
  }
}
