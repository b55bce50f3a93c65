package dev.larder.core.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * How a file looks, without a look into it. While that stays, so do its bytes.
 *
 * @param size in bytes
 * @param modified in nanoseconds since 1970
 * @param key the file system's own name of it; {@code null} as text where it has none
 */
public record FileLook(long size, long modified, String key) {

  static final String NO_KEY = "null";

  /**
   * What was changed so lately can change again in the same tick of the clock; FAT's is longest.
   */
  private static final Duration TICK = Duration.ofSeconds(2);

  /** How far the time of a file is set back, so that a later change cannot share its tick. */
  private static final Duration BACK = Duration.ofSeconds(10);

  /** How a file looks now. */
  public static FileLook of(Path path) throws IOException {
    BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
    return new FileLook(
        file.size(),
        file.lastModifiedTime().to(TimeUnit.NANOSECONDS),
        String.valueOf(file.fileKey()).replace(' ', '_'));
  }

  /**
   * How a file looks from now on: one that was changed just now gets an earlier time where that can
   * be written, so that the next change shows.
   */
  static FileLook settled(Path path) throws IOException {
    FileLook look = of(path);
    if (!look.isYoung()) {
      return look;
    }
    try {
      Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(BACK)));
    } catch (IOException e) {
      // It stays young, and nobody relies on it.
      return look;
    }
    return of(path);
  }

  /** Whether the next change might not show. */
  boolean isYoung() {
    Instant time = Instant.ofEpochSecond(0, modified);
    return Duration.between(time, Instant.now()).abs().compareTo(TICK) < 0;
  }

  /**
   * Whether a file that looked so is the same one now. The number of its device does not count: a
   * disk that is mounted again, or shared with another machine, has another one, which is why git
   * leaves it out too.
   */
  public boolean isStill(FileLook now) {
    return size == now.size && modified == now.modified && inode(key).equals(inode(now.key));
  }

  private static String inode(String key) {
    int start = key.indexOf("ino=");
    return start < 0 ? key : key.substring(start);
  }
}
