package dev.larder.core.project;

import dev.larder.api.Engine;
import java.util.List;

/**
 * An engine that an application's code asks for.
 *
 * @param type the engine type
 * @param model the selector as it was written
 * @param dimensions how long its vectors are to be; 0 where nobody says it
 * @param declaredBy the fully qualified names of the top-level types that ask for it, sorted
 */
public record DeclaredEngine(
    Class<? extends Engine> type, String model, int dimensions, List<String> declaredBy) {

  public DeclaredEngine {
    declaredBy = List.copyOf(declaredBy);
  }

  /** An engine with vectors as the model gives them. */
  public DeclaredEngine(Class<? extends Engine> type, String model, List<String> declaredBy) {
    this(type, model, 0, declaredBy);
  }
}
