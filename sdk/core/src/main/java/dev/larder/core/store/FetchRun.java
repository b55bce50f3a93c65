package dev.larder.core.store;

import dev.larder.core.catalog.Source;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What the files that are fetched in one go have in common. Used by several threads. */
final class FetchRun {

  private final Set<Source> failed = ConcurrentHashMap.newKeySet();
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();
  private volatile boolean cancelled;

  /** Says that nothing of it is wanted any more, because a file failed. */
  void cancel() {
    cancelled = true;
  }

  boolean isCancelled() {
    return cancelled;
  }

  /**
   * Notes that a place did not give a file, so that it is asked last for others.
   *
   * @return whether that is new
   */
  boolean noteFailure(Source source) {
    return failed.add(source);
  }

  /** Does something about a content, so that the others of this run know who holds its lock. */
  <T> T whileFetching(String id, Supplier<T> action) {
    underWay.add(id);
    try {
      return action.get();
    } finally {
      underWay.remove(id);
    }
  }

  /** Whether this run itself is what a content is waited for. */
  boolean isFetching(String id) {
    return underWay.contains(id);
  }

  boolean hasFailed(FilePlace place) {
    return failed.contains(place.source());
  }
}
