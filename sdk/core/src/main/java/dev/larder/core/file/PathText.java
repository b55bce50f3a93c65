package dev.larder.core.file;

import dev.larder.api.StorageException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * A path as a property, the environment or a definition has it. Under a POSIX locale a JVM can name
 * no file whose path has letters outside of ASCII.
 *
 * @param text as it was given
 */
public record PathText(String text) {

  /**
   * The file or folder.
   *
   * @throws StorageException if this process cannot name it
   */
  public static Path parse(String text) {
    return new PathText(text).in(Path.of(""));
  }

  /**
   * The file or folder, relative to another one.
   *
   * @throws StorageException if this process cannot name it
   */
  public Path in(Path base) {
    try {
      return base.resolve(text);
    } catch (InvalidPathException e) {
      throw new StorageException(
          text,
          "this process cannot name it",
          "start it under a UTF-8 locale, for instance with LC_ALL=C.UTF-8 in the environment",
          e);
    }
  }
}
