package dev.larder.examples.projections;

import com.google.inject.Inject;
import dev.larder.api.EmbeddingEngine;
import dev.larder.projections.Projected;

/** Searches by what the project has learned. */
final class TopicSearch {

  private final EmbeddingEngine engine;

  // snippet: inject
  @Inject
  TopicSearch(@Projected("semantic") EmbeddingEngine engine) {
    this.engine = engine;
  }

  // end of snippet

  EmbeddingEngine engine() {
    return engine;
  }
}
