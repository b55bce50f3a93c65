package dev.larder.core.store;

import dev.larder.core.file.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Remembers the digests that the files of a model's folder had, and how the files looked then. So
 * whether a model is there costs a stat a file. Plain lines, because it is read at every start.
 *
 * @param lines at most one a file
 */
record VerificationStamp(List<Line> lines) {

  private static final String NAME = ".verified";
  private static final long MAX_BYTES = 1 << 20;
  private static final VerificationStamp EMPTY = new VerificationStamp(List.of());

  VerificationStamp {
    lines = List.copyOf(lines);
  }

  /** What one file had, and how it looked: {@code sha256 size nanoseconds key path}. */
  record Line(String sha256, FileLook look, String path) {

    static Line parse(String text) {
      String[] parts = text.split(" ", 5);
      return new Line(
          parts[0],
          new FileLook(Long.parseLong(parts[1]), Long.parseLong(parts[2]), parts[3]),
          parts[4]);
    }

    String text() {
      return String.join(
          " ",
          sha256,
          Long.toString(look.size()),
          Long.toString(look.modified()),
          look.key(),
          path);
    }
  }

  /** The stamp of a folder; without a line where there is none. */
  static VerificationStamp read(Path folder) {
    Path stamp = folder.resolve(NAME);
    try {
      if (Files.size(stamp) > MAX_BYTES) {
        return EMPTY;
      }
      List<Line> lines = new ArrayList<>();
      for (String line : Files.readAllLines(stamp, StandardCharsets.UTF_8)) {
        lines.add(Line.parse(line));
      }
      return new VerificationStamp(lines);
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      // A stamp that cannot be read says nothing: the files are hashed again.
      return EMPTY;
    }
  }

  /** The digest that a file had when it looked as it does now. */
  Optional<String> digest(String path, FileLook now) {
    for (Line line : lines) {
      if (line.path().equals(path) && line.look().isStill(now)) {
        return Optional.of(line.sha256());
      }
    }
    return Optional.empty();
  }

  /** The same with other lines for some files. */
  VerificationStamp with(List<Line> newer) {
    List<Line> all = new ArrayList<>(newer);
    lines.stream()
        .filter(line -> newer.stream().noneMatch(other -> other.path().equals(line.path())))
        .forEach(all::add);
    return new VerificationStamp(all);
  }

  /**
   * Puts it into a folder.
   *
   * @throws dev.larder.api.StorageException if that cannot be written
   */
  void write(Path folder) {
    clearEmpty(folder.resolve(NAME));
    String text = lines.stream().map(Line::text).collect(Collectors.joining("\n", "", "\n"));
    StoreFiles.write(folder.resolve(NAME), text.getBytes(StandardCharsets.UTF_8));
  }

  /** Forgets what is known of a folder. */
  static void remove(Path folder) {
    Path stamp = folder.resolve(NAME);
    try {
      if (isFolder(stamp)) {
        Folders.remove(stamp);
      }
    } catch (IOException e) {
      throw StorageFault.of(stamp, e);
    }
    StoreFiles.delete(stamp);
  }

  /** A folder can be no stamp, and would keep one from being written; what is in it is not ours. */
  private static void clearEmpty(Path stamp) {
    if (isFolder(stamp)) {
      StoreFiles.delete(stamp);
    }
  }

  private static boolean isFolder(Path stamp) {
    return Files.isDirectory(stamp, LinkOption.NOFOLLOW_LINKS);
  }
}
