package dev.larder.core.project;

import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.Scope;

/** How much is known of what a project's tests declare. */
public enum TestKnowledge {
  /** All of it. */
  READ,
  /** Nothing, and nobody is going to look: what is locked for tests alone stays. */
  UNKNOWN,
  /** Nothing yet: until somebody has looked, tests may need whatever is locked. */
  PENDING;

  /** Whether tests may need a locked model, as far as nothing that was read declares it. */
  public boolean mayNeed(LockedModel model) {
    return switch (this) {
      case READ -> false;
      case UNKNOWN -> model.scope() == Scope.TEST;
      case PENDING -> true;
    };
  }
}
