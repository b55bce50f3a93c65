package dev.larder.testkit;

import dev.larder.api.ModelInfo;
import dev.larder.api.RankedDocument;
import dev.larder.api.RerankEngine;
import dev.larder.core.catalog.Selection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Scores a document by the number of different words that it shares with the query. */
public final class FakeRerankEngine implements RerankEngine {

  private final FakeModel<Call> model;
  private final int maxTokens;

  /** What the engine was asked at once. */
  public record Call(String query, List<String> documents) {

    public Call {
      documents = List.copyOf(documents);
    }
  }

  FakeRerankEngine(Selection selection) {
    this.model = new FakeModel<>(selection);
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
  public int maxTokens() {
    return maxTokens;
  }

  @Override
  public List<RankedDocument> rerank(String query, List<String> documents) {
    Words asked = Words.of(query);
    int room = maxTokens - asked.count();
    if (room < 1) {
      throw new IllegalArgumentException(
          "A query of %d tokens leaves no room for a document within %d"
              .formatted(asked.count(), maxTokens));
    }
    List<Words> found = documents.stream().map(Words::of).toList();
    model.record(new Call(query, documents));
    return IntStream.range(0, found.size())
        .mapToObj(i -> ranked(i, asked, found.get(i), room))
        .sorted(Comparator.comparingDouble(RankedDocument::score).reversed())
        .toList();
  }

  private static RankedDocument ranked(int index, Words asked, Words document, int room) {
    Words read = document.first(room);
    return new RankedDocument(index, asked.shared(read), document.count() - read.count());
  }

  @Override
  public void close() {
    model.close();
  }
}
