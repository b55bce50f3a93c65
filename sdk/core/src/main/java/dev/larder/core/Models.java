package dev.larder.core;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.Engine;
import dev.larder.api.GenerationEngine;
import dev.larder.api.RerankEngine;
import dev.larder.core.catalog.Catalog;
import dev.larder.core.engine.EngineFinder;
import dev.larder.core.project.ApplicationModels;
import dev.larder.core.project.DeclaredEngine;
import dev.larder.core.store.Fetchers;

/**
 * The engines of an application: one a model, opened at its first use, closed together.
 *
 * <p>What is opened is shared within the process: a second {@code Models} that needs a model with
 * the same files gets the session that is open, and the last one to be closed closes it.
 *
 * <p>Safe for use by many threads at once. Nothing keeps the JVM from ending.
 */
public interface Models extends AutoCloseable {

  /**
   * The engines of this application's models, for code without injection:
   *
   * <pre>{@code
   * try (Models models = Models.open()) {
   *   Embedding vector = models.embedding("minilm").embed("text", TextRole.QUERY);
   * }
   * }</pre>
   *
   * A model is the files that the locks on the class path say, and those of the catalog where they
   * say nothing. Never uses the network.
   *
   * @throws dev.larder.api.ModelException if locks and manifests cannot be used or contradict each
   *     other: the first problem, with the others suppressed
   */
  static Models open() {
    ClassLoader loader = ApplicationModels.classLoader();
    ApplicationModels application = ApplicationModels.onClassPath(loader);
    application.requireSound(Catalog.builtIn());
    return of(ModelRegistry.of(application, Fetchers.none()), EngineFinder.onClassPath(loader));
  }

  /**
   * The engines of models that are on this machine. Never uses the network.
   *
   * @param registry what selectors mean, and where the files lie
   * @param finder who runs them
   */
  static Models of(ModelRegistry registry, EngineFinder finder) {
    return new StoredModels(registry, registry::require, finder, () -> {});
  }

  /**
   * The engines of models that are fetched where they are not on this machine. Closing them ends
   * the fetching of the registry too.
   *
   * @param registry what selectors mean, where the files lie, and who fetches them
   * @param finder who runs them
   */
  static Models fetching(ModelRegistry registry, EngineFinder finder) {
    return new StoredModels(registry, registry::ensure, finder, registry::endFetching);
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

  /**
   * An engine that the application's code declares, with vectors of the length that is declared;
   * see {@link #engine(Class, String)}.
   *
   * @throws dev.larder.api.DimensionMismatchException if the model does not give as many dimensions
   */
  default Engine engine(DeclaredEngine declared) {
    return declared.dimensions() > 0
        ? embedding(declared.model(), declared.dimensions())
        : engine(declared.type(), declared.model());
  }

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

  /**
   * Opens every engine that was handed out, so that no request waits for it; without a call of
   * this, each opens at its first use.
   *
   * @throws dev.larder.api.ModelException if one cannot be opened; the others are open all the same
   */
  void warmUp();

  /**
   * Closes every engine that was handed out, the newest first. Idempotent. Engines that other
   * {@code Models} of the process use, too, stay open for them.
   */
  @Override
  void close();
}
