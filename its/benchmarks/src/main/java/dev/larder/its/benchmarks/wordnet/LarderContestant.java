package dev.larder.its.benchmarks.wordnet;

import dev.larder.api.Embedding;
import dev.larder.api.EmbeddingEngine;
import dev.larder.api.TextRole;
import dev.larder.core.Models;
import dev.larder.its.benchmarks.models.RealModel;
import dev.larder.its.benchmarks.models.RealModels;
import java.util.List;

/** Larder, as an application uses it. */
record LarderContestant(String name, Models models, EmbeddingEngine engine) implements Contestant {

  static LarderContestant of(RealModels store, RealModel model) {
    store.install(model);
    Models models = store.open();
    return new LarderContestant(
        "Larder, " + model.selector(), models, models.embedding(model.selector()));
  }

  @Override
  public List<float[]> embed(List<String> texts, TextRole role) {
    return engine.embedAll(texts, role).stream().map(Embedding::vector).toList();
  }

  @Override
  public void close() {
    models.close();
  }
}
