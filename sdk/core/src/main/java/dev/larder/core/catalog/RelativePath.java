package dev.larder.core.catalog;

import dev.larder.api.StorageException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules that keep a name from outside inside the folder that it is meant for. */
public final class RelativePath {

  private static final int MOST_CHARACTERS = 1000;

  /** What the file systems in use take as one name. */
  private static final int MOST_BYTES_OF_SEGMENT = 255;

  private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_+-][A-Za-z0-9._+-]{0,199}");

  /**
   * What is no part of a name that people can read: control characters, halves of characters, line
   * ends, and what makes a text look as if it were another.
   */
  private static final Pattern UNREADABLE =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\u202a-\u202e\u2066-\u2069\ufeff]");

  /** On Windows, what begins so lies outside of every folder. */
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:");

  /** Windows opens a device under these names, whatever follows their first dot. */
  private static final String DEVICE =
      "(?:con|prn|aux|nul|conin\\$|conout\\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3]) *(?:\\.|$)";

  private static final Pattern NAMES_DEVICE = Pattern.compile("(?i)" + DEVICE);

  /**
   * What is read as something else on some platform, or is part of a name that has a meaning there:
   * the first character of a device; a dot at the beginning, as the store's own names have; dots
   * and blanks at the end, which Windows drops; short names; and what looks like an escape already.
   */
  private static final Pattern ESCAPED =
      Pattern.compile("(?i)^(?=" + DEVICE + ").|^\\.|[. ]$|[<>:\"|?*]|~(?=[0-9])|%(?=[0-9a-f]{2})");

  private RelativePath() {}

  /**
   * Returns a path of one or more segments, separated by {@code /}, that stays below its folder.
   * Segments may have blanks and any script, as files of others' repositories do; {@link #stored}
   * says how one is written on a disk.
   *
   * @throws IllegalArgumentException if it is anything else: absolute, with a drive letter, a
   *     backslash, or control characters, an empty segment, the segments {@code .} or {@code ..},
   *     or one of more bytes than a file system takes
   */
  public static String requireSafe(String path) {
    if (path.isEmpty()
        || path.length() > MOST_CHARACTERS
        || UNREADABLE.matcher(path).find()
        || DRIVE.matcher(path).lookingAt()
        || !segments(path).allMatch(RelativePath::isBelow)) {
      throw new IllegalArgumentException("\"%s\" is not a safe relative path".formatted(path));
    }
    return path;
  }

  /**
   * Returns a name that is the same file on every platform: letters, digits and {@code . _ + -}, at
   * most 200 of them, with no dot at either end, and no device.
   */
  public static String requireSafeSegment(String name) {
    if (!SEGMENT.matcher(name).matches()
        || name.endsWith(".")
        || NAMES_DEVICE.matcher(name).lookingAt()) {
      throw new IllegalArgumentException("\"%s\" is not a safe file name".formatted(name));
    }
    return name;
  }

  /**
   * What a safe path is on the disk, the same on every platform: itself, but that characters which
   * some platform does not take, or takes for something else, are {@code %} and two digits. No two
   * paths become one.
   */
  public static String stored(String path) {
    return segments(path).map(RelativePath::storedSegment).collect(Collectors.joining("/"));
  }

  /**
   * Where a file of a safe path is kept in a folder.
   *
   * @throws StorageException if this process cannot name such a file
   */
  public static Path in(Path folder, String path) {
    try {
      return folder.resolve(stored(path));
    } catch (InvalidPathException e) {
      throw new StorageException(
          folder.toString(),
          "this process cannot name the file %s in it".formatted(path),
          "start it under a UTF-8 locale, for instance with LC_ALL=C.UTF-8 in the environment",
          e);
    }
  }

  private static Stream<String> segments(String path) {
    return Arrays.stream(path.split("/", -1));
  }

  private static boolean isBelow(String segment) {
    return !segment.isEmpty()
        && !segment.equals(".")
        && !segment.equals("..")
        && segment.indexOf('\\') < 0
        && storedSegment(segment).getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES_OF_SEGMENT;
  }

  private static String storedSegment(String segment) {
    return ESCAPED
        .matcher(segment)
        .replaceAll(found -> "%%%02X".formatted((int) found.group().charAt(0)));
  }
}
