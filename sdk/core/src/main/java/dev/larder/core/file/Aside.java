package dev.larder.core.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Where a file or folder is made before it comes to its place: beside it, hidden, under a name that
 * tells whose it is. Only a process that was killed leaves one behind.
 */
public final class Aside {

  /** After so long without a change nobody is at work on one any more. */
  public static final Duration ABANDONED = Duration.ofDays(1);

  private static final String BEGINNING = ".larder-";
  private static final String END = ".tmp";

  private Aside() {}

  /** A path that nothing has, in the folder of what is to be made. */
  static Path in(Path folder) {
    return folder.resolve(BEGINNING + UUID.randomUUID() + END);
  }

  /** Whether a path has such a name. */
  public static boolean isOne(Path path) {
    String name = String.valueOf(path.getFileName());
    return name.startsWith(BEGINNING) && name.endsWith(END);
  }

  /** Removes what killed processes have left in a folder. */
  static void clean(Path folder) {
    Instant limit = Instant.now().minus(ABANDONED);
    try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, BEGINNING + "*" + END)) {
      for (Path path : left) {
        if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
            && Files.getLastModifiedTime(path).toInstant().isBefore(limit)) {
          Files.deleteIfExists(path);
        }
      }
    } catch (IOException e) {
      // It is in nobody's way; the next one who writes here tries again.
    }
  }
}
