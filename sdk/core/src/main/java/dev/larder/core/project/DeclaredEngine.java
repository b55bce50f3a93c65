package dev.larder.core.project;

import dev.larder.api.Engine;
import java.util.List;

/**
 * An engine that an application's code asks for.
 *
 * @param type the engine type
 * @param model the selector as it was written
 * @param declaredBy the fully qualified names of the top-level types that ask for it, sorted
 */
public record DeclaredEngine(Class<? extends Engine> type, String model, List<String> declaredBy) {

  public DeclaredEngine {
    declaredBy = List.copyOf(declaredBy);
  }
}
