package dev.larder.onnx;

import static java.util.Objects.requireNonNull;

import dev.larder.api.CorruptModelException;
import dev.larder.api.EngineCounters;
import dev.larder.api.ModelInfo;
import dev.larder.api.Overlong;
import dev.larder.api.RankedDocument;
import dev.larder.api.RerankEngine;
import dev.larder.core.catalog.FileRole;
import dev.larder.core.engine.InstalledModel;
import dev.larder.core.engine.TruncationNotice;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Runs cross-encoders that give one score, on ONNX Runtime. */
final class OnnxRerankEngine implements RerankEngine {

  private final InstalledModel model;
  private final OpenModel open;
  private final TruncationNotice notice;

  private OnnxRerankEngine(InstalledModel model, OpenModel open) {
    this.model = model;
    this.open = open;
    this.notice = new TruncationNotice(model);
  }

  static OnnxRerankEngine open(InstalledModel model, ExecutionProvider provider) {
    OpenModel open = OpenModel.open(model, ModelResult.scores(), provider);
    if (open.tokenize("two empty texts", with -> with.tokenize("", "")).length() == 0) {
      open.close();
      throw new CorruptModelException(
          model.label(),
          model.file(FileRole.TOKENIZER).toString(),
          "its tokenizer puts nothing between query and document",
          null);
    }
    return new OnnxRerankEngine(model, open);
  }

  @Override
  public ModelInfo model() {
    return model.info();
  }

  @Override
  public int maxTokens() {
    return model.variant().maxTokens();
  }

  @Override
  public List<RankedDocument> rerank(String query, List<String> documents) {
    requireNonNull(query);
    List<String> texts = List.copyOf(documents);
    return open.use(() -> ranked(read(query, texts)));
  }

  private List<Reading> read(String query, List<String> documents) {
    Tokens alone = open.tokenize("the query", with -> with.tokenize(query, ""));
    if (alone.length() >= maxTokens()) {
      throw new IllegalArgumentException(
          "A query of %d tokens leaves no room for a document, where \"%s\" reads %d"
              .formatted(alone.length(), model.label(), maxTokens()));
    }
    TextReader reader = new TextReader(model.label(), maxTokens(), Overlong.TRUNCATE, () -> alone);
    List<Reading> readings = new ArrayList<>();
    for (Tokens pair :
        open.tokenizeAll(
            "document",
            documents,
            (with, document) -> with.tokenize(query, document, maxTokens()))) {
      readings.add(reader.read(readings.size(), pair));
    }
    return readings;
  }

  private List<RankedDocument> ranked(List<Reading> readings) {
    List<float[]> scores =
        open.encode(readings.stream().flatMap(reading -> reading.parts().stream()).toList());
    List<RankedDocument> ranked = new ArrayList<>();
    for (int i = 0; i < readings.size(); i++) {
      int truncated = readings.get(i).truncated();
      notice.tell(truncated);
      float[] score = open.requireNumbers("document " + i, scores.get(i));
      ranked.add(new RankedDocument(i, score[0], truncated));
    }
    ranked.sort(Comparator.comparing(RankedDocument::score).reversed());
    return List.copyOf(ranked);
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
