package dev.larder.core.store;

import dev.larder.core.lock.LockedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Remembers that the files of a model's folder were verified, and how they looked then: size, time
 * and file key. So whether a model is there costs a stat a file. It is written last, which makes it
 * the mark of a complete folder. Plain lines, because it is read at every start.
 *
 * @param lines one a file, sorted by path
 */
record VerificationStamp(List<Line> lines) {

  private static final String NAME = ".verified";
  private static final long MAX_BYTES = 1 << 20;

  /** How one file looked: {@code sha256 size nanoseconds key path}. */
  record Line(String sha256, long size, long modified, String key, String path) {

    static Line of(Path folder, String path, String sha256) throws IOException {
      BasicFileAttributes file =
          Files.readAttributes(folder.resolve(path), BasicFileAttributes.class);
      return new Line(
          sha256,
          file.size(),
          file.lastModifiedTime().to(TimeUnit.NANOSECONDS),
          String.valueOf(file.fileKey()).replace(' ', '_'),
          path);
    }

    static Line parse(String text) {
      String[] parts = text.split(" ", 5);
      return new Line(
          parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]), parts[3], parts[4]);
    }

    String text() {
      return String.join(" ", sha256, Long.toString(size), Long.toString(modified), key, path);
    }
  }

  /** Records that the files, which lie in the folder, have just been verified. */
  static void write(Path folder, List<LockedFile> files) {
    try {
      List<Line> lines = new ArrayList<>();
      for (LockedFile file : files) {
        lines.add(Line.of(folder, file.path(), file.sha256()));
      }
      String text = lines.stream().map(Line::text).collect(Collectors.joining("\n", "", "\n"));
      StoreFiles.write(folder.resolve(NAME), text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw StorageFault.of(folder, e);
    }
  }

  /** Forgets that the folder was ever complete. */
  static void remove(Path folder) {
    try {
      Files.deleteIfExists(folder.resolve(NAME));
    } catch (IOException e) {
      throw StorageFault.of(folder, e);
    }
  }

  /** The stamp of a complete folder. */
  static Optional<VerificationStamp> read(Path folder) {
    Path stamp = folder.resolve(NAME);
    try {
      if (Files.size(stamp) > MAX_BYTES) {
        return Optional.empty();
      }
      return Optional.of(
          new VerificationStamp(
              Files.readAllLines(stamp, StandardCharsets.UTF_8).stream()
                  .map(Line::parse)
                  .toList()));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      // A stamp that cannot be read vouches for nothing: the files are verified again.
      return Optional.empty();
    }
  }

  /** Whether every one of the files is in the folder and looks as it did when it was verified. */
  boolean vouchesFor(Path folder, List<LockedFile> files) {
    return files.stream().allMatch(file -> vouchesFor(folder, file));
  }

  private boolean vouchesFor(Path folder, LockedFile file) {
    Line line = find(file.path());
    return line != null
        && line.sha256().equals(file.sha256())
        && line.size() == file.size()
        && line.equals(lookAgain(folder, line));
  }

  private @Nullable Line find(String path) {
    return lines.stream().filter(line -> line.path().equals(path)).findFirst().orElse(null);
  }

  private static @Nullable Line lookAgain(Path folder, Line line) {
    try {
      return Line.of(folder, line.path(), line.sha256());
    } catch (IOException e) {
      return null;
    }
  }
}
