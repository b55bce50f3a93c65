package dev.larder.core.engine;

import dev.larder.api.EngineException;

/** A vector that consists of numbers, as every one has to that an engine hands out. */
public final class FiniteVector {

  private FiniteVector() {}

  /**
   * The vector, if it is one.
   *
   * @param model the model and variant, for messages
   * @param whose it is, for messages
   * @throws EngineException if a component is infinite or no number
   */
  public static float[] require(String model, String whose, float[] vector) {
    for (float component : vector) {
      if (!Float.isFinite(component)) {
        throw new EngineException(
            model, "the network gave for %s what is no number".formatted(whose), null);
      }
    }
    return vector;
  }
}
