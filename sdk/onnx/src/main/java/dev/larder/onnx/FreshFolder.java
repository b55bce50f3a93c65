package dev.larder.onnx;

import java.io.IOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder that is filled beside its final place and then moved there in one step, so that nobody
 * ever sees a part of it. What is not published is removed.
 */
final class FreshFolder implements AutoCloseable {

  private final Path target;
  private final Path path;

  private FreshFolder(Path target, Path path) {
    this.target = target;
    this.path = path;
  }

  /** Makes an empty one for what is to be at a place. */
  static FreshFolder of(Path target) throws IOException {
    Path parent = Files.createDirectories(target.resolveSibling(""));
    return new FreshFolder(target, Files.createTempDirectory(parent, ".fresh-"));
  }

  Path path() {
    return path;
  }

  /**
   * Moves it to its place, when all of it is on the disk.
   *
   * @throws java.nio.file.FileSystemException if something is there already
   */
  void publish() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.toList()) {
        // An interrupt would close a FileChannel, and what was made would be lost.
        try (AsynchronousFileChannel channel =
            AsynchronousFileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.force(true);
        }
        allow(file, "rw-r--r--");
      }
    }
    allow(path, "rwxr-xr-x");
    Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void allow(Path path, String permissions) throws IOException {
    if (Files.getFileAttributeView(path, PosixFileAttributeView.class) != null) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }

  @Override
  public void close() {
    try {
      remove(path);
    } catch (IOException e) {
      // It is hidden, and nobody takes it for anything.
    }
  }

  /** Removes a folder and what is in it; does nothing if there is none. */
  static void remove(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> paths;
    try (Stream<Path> all = Files.walk(folder)) {
      paths = all.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path one : paths) {
      Files.deleteIfExists(one);
    }
  }
}
