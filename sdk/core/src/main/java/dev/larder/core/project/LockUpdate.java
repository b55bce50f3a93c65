package dev.larder.core.project;

import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.ModelsLock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What became of a lock.
 *
 * @param before as it was
 * @param after as it is on disk now
 */
public record LockUpdate(ModelsLock before, ModelsLock after) {

  /** What is locked otherwise than before, or no more, or for the first time, sorted. */
  public List<LockChange> changes() {
    List<LockedModel> all =
        Stream.of(before, after).flatMap(lock -> lock.models().stream()).toList();
    return ModelsLock.of(all).models().stream()
        .map(model -> new LockChange(in(before, model), in(after, model)))
        .filter(change -> !change.before().equals(change.after()))
        .distinct()
        .toList();
  }

  private static Optional<LockedModel> in(ModelsLock lock, LockedModel model) {
    return lock.find(model.key(), model.platform());
  }
}
