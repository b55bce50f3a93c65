package dev.larder.its.benchmarks.embedding;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.TextRole;
import dev.larder.core.Models;
import dev.larder.its.benchmarks.models.RealModel;
import dev.larder.its.benchmarks.models.RealModels;
import dev.larder.its.benchmarks.wordnet.Synset;
import dev.larder.its.benchmarks.wordnet.WordNet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Glosses of WordNet, with their examples, in an order of their own that is always the same.
 * Nothing of them is longer than langchain4j reads, which is 128 tokens.
 */
final class GlossTexts {

  private static final int SEED = 20261130;

  private final List<CountedText> glosses;

  private GlossTexts(List<CountedText> glosses) {
    this.glosses = glosses;
  }

  static GlossTexts of(WordNet wordNet, RealModels store) {
    store.install(RealModel.MINILM_INT8);
    try (Models models = store.open()) {
      EmbeddingEngine engine = models.embedding(RealModel.MINILM_INT8.selector());
      List<String> glosses =
          new ArrayList<>(wordNet.synsets().stream().map(Synset::gloss).distinct().toList());
      Collections.shuffle(glosses, new Random(SEED));
      return new GlossTexts(
          glosses.parallelStream()
              .map(text -> new CountedText(text, engine.countTokens(text, TextRole.DOCUMENT)))
              .toList());
    }
  }

  /** The texts of a work, mixed. */
  List<CountedText> of(Work work) {
    List<CountedText> texts = new ArrayList<>();
    for (Portion portion : work.portions()) {
      List<CountedText> some =
          glosses.stream().filter(portion::takes).limit(portion.count()).toList();
      if (some.size() < portion.count()) {
        throw new IllegalStateException(
            "Only %d glosses are like %s".formatted(some.size(), portion));
      }
      texts.addAll(some);
    }
    Collections.shuffle(texts, new Random(SEED));
    return texts;
  }

  /** Writes the texts of every work, for processes that shall not have to look for them. */
  void writeTo(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (Work work : Work.values()) {
      Files.write(work.file(folder), of(work).stream().map(CountedText::text).toList());
    }
  }
}
