package dev.larder.maven.output;

import java.util.Locale;

/** Sizes of files as people read them. */
public final class Sizes {

  private static final String[] UNITS = {"kB", "MB", "GB"};

  private Sizes() {}

  /** Bytes with a decimal unit and three digits at most, for instance {@code 25.0 MB}. */
  public static String text(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    double value = bytes;
    int unit = -1;
    while (value >= 999.5 && unit < UNITS.length - 1) {
      value /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, value < 99.95 ? "%.1f %s" : "%.0f %s", value, UNITS[unit]);
  }
}
