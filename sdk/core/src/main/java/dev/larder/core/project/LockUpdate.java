package dev.larder.core.project;

import dev.larder.core.lock.LockedModel;
import dev.larder.core.lock.ModelsLock;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What became of a lock.
 *
 * @param before as it was
 * @param after as it is on disk now
 */
public record LockUpdate(ModelsLock before, ModelsLock after) {

  /** The keys that are locked otherwise than before, or no more, or for the first time, sorted. */
  public Set<String> changed() {
    Set<String> keys = new TreeSet<>();
    Stream.of(before, after)
        .flatMap(lock -> lock.models().stream())
        .map(LockedModel::key)
        .filter(key -> !Objects.equals(before.find(key), after.find(key)))
        .forEach(key -> keys.add(key.text()));
    return keys;
  }
}
