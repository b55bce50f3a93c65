package dev.larder.core.catalog;

import java.util.Arrays;
import java.util.regex.Pattern;

/** The rules that keep a name from outside inside the folder that it is meant for. */
public final class RelativePath {

  private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_+-][A-Za-z0-9._+-]{0,199}");

  /** Windows opens a device under these names, whatever follows their first dot. */
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

  private RelativePath() {}

  /**
   * Returns a path of one or more segments of letters, digits and {@code . _ + -}, separated by
   * {@code /}, that stays below its folder on every platform.
   *
   * @throws IllegalArgumentException if it is anything else: absolute, with a drive letter, a
   *     backslash, an empty segment, or a segment that begins or ends with a dot or names a device
   */
  public static String requireSafe(String path) {
    if (path.isEmpty()
        || path.length() > 1000
        || !Arrays.stream(path.split("/", -1)).allMatch(RelativePath::isSafeSegment)) {
      throw new IllegalArgumentException("\"%s\" is not a safe relative path".formatted(path));
    }
    return path;
  }

  /** Returns a name that is one segment of a safe path. */
  public static String requireSafeSegment(String name) {
    if (!isSafeSegment(name)) {
      throw new IllegalArgumentException("\"%s\" is not a safe file name".formatted(name));
    }
    return name;
  }

  private static boolean isSafeSegment(String segment) {
    return SEGMENT.matcher(segment).matches()
        && !segment.endsWith(".")
        && !DEVICE.matcher(segment).matches();
  }
}
