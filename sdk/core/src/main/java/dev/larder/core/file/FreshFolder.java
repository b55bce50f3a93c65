package dev.larder.core.file;

import java.io.IOException;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/**
 * A folder of the store that is filled beside its final place and then moved there in one step, so
 * that nobody ever sees a part of it. What is not published is removed.
 */
public final class FreshFolder implements AutoCloseable {

  private final Path target;
  private final Path path;

  private FreshFolder(Path target, Path path) {
    this.target = target;
    this.path = path;
  }

  /** Makes an empty one for what is to be at a place. */
  public static FreshFolder of(Path target) throws IOException {
    Path parent = Folders.parent(target);
    Folders.create(parent);
    Path path = Files.createDirectory(Aside.in(parent));
    Access.set(path, Access.ofFolder(parent));
    return new FreshFolder(target, path);
  }

  public Path path() {
    return path;
  }

  /**
   * Moves it to its place, when all of it is on the disk.
   *
   * @throws java.nio.file.FileSystemException if something is there already
   */
  public void publish() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.toList()) {
        // An interrupt would close a FileChannel, and what was made would be lost.
        try (AsynchronousFileChannel channel =
            AsynchronousFileChannel.open(file, StandardOpenOption.WRITE)) {
          channel.force(true);
        }
        Access.set(file, Access.ofFile(path));
      }
    }
    Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
    Folders.force(Folders.parent(target));
  }

  @Override
  public void close() {
    try {
      Folders.remove(path);
    } catch (IOException e) {
      // It is hidden, and goes when the store is pruned.
    }
  }
}
