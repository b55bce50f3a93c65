package dev.larder.core.store;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/**
 * When a model was last needed: the time of a file in its folder. Who may not write there leaves no
 * trace, and nothing else.
 */
final class LastUse {

  /** Often enough to tell what nobody needs, and seldom enough to cost a look only. */
  private static final Duration PRECISION = Duration.ofDays(1);

  private LastUse() {}

  static void note(Path folder, Instant now) {
    Path mark = folder.resolve(ModelStore.LAST_USE);
    try {
      if (Files.notExists(mark)) {
        Files.createFile(mark);
      } else if (Files.getLastModifiedTime(mark).toInstant().plus(PRECISION).isAfter(now)) {
        return;
      }
      setTime(mark, now);
    } catch (IOException e) {
      // The model is there and is needed; that nobody can note it is no reason to fail.
    }
  }

  /** Only its owner can set a file's time, so another's makes room for a new one. */
  private static void setTime(Path mark, Instant now) throws IOException {
    try {
      Files.setLastModifiedTime(mark, FileTime.from(now));
    } catch (FileSystemException e) {
      Files.delete(mark);
      Files.createFile(mark);
      Files.setLastModifiedTime(mark, FileTime.from(now));
    }
  }

  /** When it was last needed; where that was never noted, when its folder was last changed. */
  static Instant of(Path folder) {
    Path mark = folder.resolve(ModelStore.LAST_USE);
    try {
      return Files.getLastModifiedTime(Files.exists(mark) ? mark : folder).toInstant();
    } catch (IOException e) {
      throw StorageFault.of(folder, e);
    }
  }
}
