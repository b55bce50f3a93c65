package dev.larder.examples.search;

import dev.larder.api.TextRole;
import dev.larder.core.Models;

/** Uses an engine, and ends without closing anything. */
final class LeftOpen {

  private LeftOpen() {}

  public static void main(String[] arguments) {
    Models models = Models.open();
    System.out.println(models.embedding("tiny").embed("text", TextRole.QUERY).dimensions());
  }
}
