package dev.larder.maven.output;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes of files as people read them. */
public final class Sizes {

  private static final Pattern SIZE =
      Pattern.compile("(?<number>[0-9]{1,15}([.][0-9]{1,6})?) ?(?<unit>[kmgt]?)b");

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

  /**
   * Reads a size as people write it: a number, perhaps with a decimal point, and one of the units
   * B, kB, MB, GB and TB, in any case and with or without a space.
   *
   * @throws IllegalArgumentException if it is not one
   */
  public static long parse(String text) {
    Matcher size = SIZE.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!size.matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is not a size such as 500MB or 10GB".formatted(text));
    }
    int power = 3 * " kmgt".indexOf(size.group("unit").isEmpty() ? " " : size.group("unit"));
    return new BigDecimal(size.group("number")).scaleByPowerOfTen(power).longValue();
  }
}
