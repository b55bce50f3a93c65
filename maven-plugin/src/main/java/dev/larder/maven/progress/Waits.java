package dev.larder.maven.progress;

/** Why nothing happens. */
final class Waits {

  private Waits() {}

  static String text(String model, String holder) {
    return "Waiting for %s, which is being fetched by %s".formatted(model, holder);
  }
}
