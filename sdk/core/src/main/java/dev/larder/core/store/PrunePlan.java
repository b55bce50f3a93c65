package dev.larder.core.store;

import java.util.List;

/**
 * What can go from a store, so that it takes no more room than it may.
 *
 * @param models the least recently used ones, in that order
 * @param leftovers what fetches left behind that nobody finished
 * @param bytesBefore the room that models and downloads take now
 * @param bytesAfter the room that they take without all this; more than allowed where the rest is
 *     locked by living projects
 */
public record PrunePlan(
    List<UnusedModel> models, List<Leftover> leftovers, long bytesBefore, long bytesAfter) {

  public PrunePlan {
    models = List.copyOf(models);
    leftovers = List.copyOf(leftovers);
  }
}
