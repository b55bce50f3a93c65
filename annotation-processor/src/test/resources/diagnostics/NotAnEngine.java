package app;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.Engine;
import dev.larder.api.UsesModel;
import jakarta.inject.Provider;
import java.util.List;
import java.util.Optional;

class NotAnEngine<E extends EmbeddingEngine> {
  @UsesModel("minilm") String text;
  @UsesModel("minilm") Engine anyEngine;
  @UsesModel("minilm") List<EmbeddingEngine> list;
  @UsesModel("minilm") Provider<? extends EmbeddingEngine> wildcard;
  @UsesModel("minilm") @SuppressWarnings("rawtypes") Provider raw;
  @UsesModel("minilm") Optional<Provider<EmbeddingEngine>> wrappedTwice;
  @UsesModel("minilm") EmbeddingEngine[] array;
  @UsesModel("minilm") E variable;
  @UsesModel("minilm") int primitive;

  @UsesModel("minilm")
  void returnsNothing(EmbeddingEngine engine) {}
}
