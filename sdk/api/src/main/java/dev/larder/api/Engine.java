package dev.larder.api;

/**
 * Runs one model. Engines are safe for use by many threads at once.
 *
 * <p>Use after {@link #close()} is an {@link IllegalStateException} that names the model.
 */
public sealed interface Engine extends AutoCloseable
    permits EmbeddingEngine, RerankEngine, GenerationEngine {

  /** Where the model comes from and on which terms. */
  ModelInfo model();

  /** What it has done so far; {@link EngineCounters#NONE} from an engine that does not count. */
  default EngineCounters counters() {
    return EngineCounters.NONE;
  }

  /**
   * Gives the model's native memory back. Idempotent. An injected engine is closed by whoever owns
   * the injector, not by the code that it was injected into.
   */
  @Override
  void close();
}
