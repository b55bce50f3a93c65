package dev.larder.core.store;

import dev.larder.core.catalog.Selector;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * A model of the store that no living project locks.
 *
 * @param name {@code name:variant@revision}
 * @param folder where its files lie
 * @param lastUsed when it was last needed, to about a day
 * @param digests of its files
 * @param bytes how much room it takes that nothing else needs
 */
public record UnusedModel(
    Selector name, Path folder, Instant lastUsed, List<String> digests, long bytes) {

  public UnusedModel {
    digests = List.copyOf(digests);
  }
}
