package dev.larder.examples.search;

import dev.larder.api.EmbeddingEngine;
import dev.larder.api.TextRole;
import dev.larder.core.Models;

/** Uses an engine, and ends without closing anything. */
final class LeftOpen {

  private LeftOpen() {}

  public static void main(String[] arguments) {
    Models models = Models.open();
    EmbeddingEngine engine = models.embedding("handbook-embed");
    System.out.println(engine.embed("text", TextRole.QUERY).dimensions());
  }
}
