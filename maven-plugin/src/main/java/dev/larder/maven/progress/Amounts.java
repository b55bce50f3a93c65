package dev.larder.maven.progress;

import dev.larder.maven.output.Sizes;

/** Sizes, speeds and times as people read them. */
final class Amounts {

  private Amounts() {}

  static String bytes(long bytes) {
    return Sizes.text(bytes);
  }

  static String speed(double bytesPerSecond) {
    return Sizes.text(Math.round(bytesPerSecond)) + "/s";
  }

  /** For instance {@code 7 s}, {@code 2 min 5 s}, {@code 3 h 20 min}. */
  static String seconds(double exact) {
    long seconds = Math.max(0, Math.round(exact));
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return seconds / 60 + " min " + seconds % 60 + " s";
    }
    return seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
  }
}
