package dev.larder.examples.quickstart;

import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.TextRole;
import dev.larder.api.UsesModel;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds sentences by what they say. */
// snippet: search
final class SentenceSearch {

  private final EmbeddingEngine engine;
  private final List<Entry> entries = new ArrayList<>();

  @Inject
  SentenceSearch(@UsesModel("minilm:onnx-int8") EmbeddingEngine engine) {
    this.engine = engine;
  }

  void add(List<String> sentences) {
    List<Embedding> embeddings = engine.embedAll(sentences, TextRole.DOCUMENT);
    for (int i = 0; i < sentences.size(); i++) {
      entries.add(new Entry(sentences.get(i), embeddings.get(i)));
    }
  }

  List<Hit> search(String query, int most) {
    Embedding wanted = engine.embed(query, TextRole.QUERY);
    return entries.stream()
        .map(entry -> new Hit(entry.sentence, wanted.cosine(entry.embedding)))
        .sorted(Comparator.comparingDouble(Hit::score).reversed())
        .limit(most)
        .toList();
  }

  record Hit(String sentence, double score) {}

  private record Entry(String sentence, Embedding embedding) {}
}
// end of snippet
