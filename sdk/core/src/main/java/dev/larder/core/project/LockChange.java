package dev.larder.core.project;

import dev.larder.core.lock.LockedModel;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of one model of a lock.
 *
 * @param before as it was locked, if it was
 * @param after as it is locked, if it is
 */
public record LockChange(Optional<LockedModel> before, Optional<LockedModel> after) {

  /** The model, with its key and platform. */
  public LockedModel model() {
    return Stream.concat(after.stream(), before.stream()).findFirst().orElseThrow();
  }
}
