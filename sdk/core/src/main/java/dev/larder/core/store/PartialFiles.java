package dev.larder.core.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Removes downloads that nobody has continued for long. */
final class PartialFiles {

  private static final Duration KEPT = Duration.ofDays(7);

  private final StoreLayout layout;
  private final Clock clock;

  PartialFiles(StoreLayout layout, Clock clock) {
    this.layout = layout;
    this.clock = clock;
  }

  /** A partial that grows is young; so whoever has one open for a week without a byte loses it. */
  void removeOld() {
    if (!Files.isDirectory(layout.partials())) {
      return;
    }
    Instant limit = clock.instant().minus(KEPT);
    for (Path partial : list()) {
      try {
        if (Files.getLastModifiedTime(partial).toInstant().isBefore(limit)) {
          Files.deleteIfExists(partial);
        }
      } catch (IOException e) {
        // It is in nobody's way; the next run tries again.
      }
    }
  }

  private List<Path> list() {
    try (Stream<Path> partials = Files.list(layout.partials())) {
      return partials.toList();
    } catch (IOException e) {
      throw StorageFault.of(layout.partials(), e);
    }
  }
}
