package dev.larder.testkit.hub;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Bytes of a file, from the first to the last, both of them included. */
record ByteRange(long first, long last) {

  private static final Pattern HEADER = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /**
   * Reads what a client asks for.
   *
   * @param header the header {@code Range}
   * @param length the length of the file
   * @return null if the header is none that is understood: several ranges are not
   */
  static @Nullable ByteRange parse(@Nullable String header, long length) {
    Matcher matcher = HEADER.matcher(header == null ? "" : header);
    if (!matcher.matches()) {
      return null;
    }
    String first = matcher.group(1);
    String last = matcher.group(2);
    if (first.isEmpty()) {
      return last.isEmpty()
          ? null
          : new ByteRange(Math.max(0, length - Long.parseLong(last)), length - 1);
    }
    long end = last.isEmpty() ? length - 1 : Math.min(Long.parseLong(last), length - 1);
    return new ByteRange(Long.parseLong(first), end);
  }

  boolean isEmpty() {
    return first > last;
  }

  String contentRange(long length) {
    return String.format(Locale.ROOT, "bytes %d-%d/%d", first, last, length);
  }
}
