package dev.larder.core;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.Engine;
import dev.larder.api.GenerationEngine;
import dev.larder.api.RerankEngine;
import dev.larder.core.engine.EngineFinder;

/**
 * The engines of an application: one a model, opened at its first use, closed together.
 *
 * <p>Safe for use by many threads at once.
 */
public interface Models extends AutoCloseable {

  /**
   * The engines of models that are on this machine. Never uses the network.
   *
   * @param registry what selectors mean, and where the files lie
   * @param finder who runs them
   */
  static Models of(ModelRegistry registry, EngineFinder finder) {
    return new StoredModels(registry, finder);
  }

  /**
   * The engine of a model, which opens its native session at the first use. Selectors that mean the
   * same files share an engine.
   *
   * @throws dev.larder.api.UnknownModelException if the selector names nothing
   * @throws dev.larder.api.WrongTaskException if engines of that type do not run the model
   * @throws dev.larder.api.NotFetchedException if the model is not on this machine
   * @throws IllegalStateException after {@link #close()}
   */
  <E extends Engine> E engine(Class<E> type, String selector);

  /** The engine of an embedding model; see {@link #engine}. */
  default EmbeddingEngine embedding(String selector) {
    return engine(EmbeddingEngine.class, selector);
  }

  /**
   * The engine of an embedding model, with vectors of as many dimensions; see {@link #engine}.
   *
   * @throws dev.larder.api.DimensionMismatchException if the model does not give as many
   */
  EmbeddingEngine embedding(String selector, int dimensions);

  /** The engine of a reranking model; see {@link #engine}. */
  default RerankEngine rerank(String selector) {
    return engine(RerankEngine.class, selector);
  }

  /** The engine of a generation model; see {@link #engine}. */
  default GenerationEngine generation(String selector) {
    return engine(GenerationEngine.class, selector);
  }

  /** Closes every engine that was handed out, the newest first. Idempotent. */
  @Override
  void close();
}
