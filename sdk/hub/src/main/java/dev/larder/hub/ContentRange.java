package dev.larder.hub;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What part of a file a server says it sends.
 *
 * @param first the position of the first byte; the total where it sends none
 * @param end the position after the last byte
 * @param total the length of the whole file
 */
record ContentRange(long first, long end, long total) {

  private static final Pattern PART =
      Pattern.compile("bytes ([0-9]{1,18})-([0-9]{1,18})/([0-9]{1,18})");
  private static final Pattern NOTHING = Pattern.compile("bytes \\*/([0-9]{1,18})");

  /** Reads a header; null if it is missing, or says less than all three. */
  static @Nullable ContentRange parse(@Nullable String header) {
    if (header == null) {
      return null;
    }
    Matcher nothing = NOTHING.matcher(header);
    if (nothing.matches()) {
      long total = Long.parseLong(nothing.group(1));
      return new ContentRange(total, total, total);
    }
    Matcher part = PART.matcher(header);
    return part.matches()
        ? new ContentRange(
            Long.parseLong(part.group(1)),
            Long.parseLong(part.group(2)) + 1,
            Long.parseLong(part.group(3)))
        : null;
  }

  /** Whether it is all that comes after so many bytes. */
  boolean isRestAfter(long bytes) {
    return first == bytes && end == total && first <= end;
  }
}
