package dev.larder.llama.process;

import dev.larder.api.StorageException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Paths as text, for another process or for native code. In a locale that has not all characters,
 * as POSIX has not, Java opens a file whose name it cannot spell.
 */
public final class PathSpelling {

  /** What Java writes for bytes that are no character. */
  private static final char UNKNOWN = '\uFFFD';

  private static final String ENCODING_PROPERTY = "sun.jnu.encoding";

  private PathSpelling() {}

  /**
   * A path for a command line, where this process writes it as it read it.
   *
   * @throws StorageException if it cannot
   */
  static String ofArgument(Path path) {
    String text = path.toString();
    if (text.indexOf(UNKNOWN) >= 0) {
      throw unknown(path);
    }
    return text;
  }

  /**
   * A path for llama.cpp, which takes it for UTF-8.
   *
   * @throws StorageException if this process has the names of files in another encoding, and it
   *     makes a difference
   */
  public static String ofNative(Path path) {
    String text = ofArgument(path);
    boolean isAscii = StandardCharsets.US_ASCII.newEncoder().canEncode(text);
    if (!isAscii && !encoding().equalsIgnoreCase("UTF-8") && !isWindows()) {
      throw unknown(path);
    }
    return text;
  }

  /** There names are characters, and no bytes. */
  private static boolean isWindows() {
    return System.getProperty("os.name").startsWith("Windows");
  }

  private static String encoding() {
    return System.getProperty(ENCODING_PROPERTY, "UTF-8");
  }

  private static StorageException unknown(Path path) {
    return new StorageException(
        path.toString(),
        "its name has characters that cannot be handed on in this locale, whose encoding is "
            + encoding(),
        "run the application in a locale with UTF-8, for instance with LC_ALL=C.UTF-8, or move it"
            + " to a path of ASCII",
        null);
  }
}
