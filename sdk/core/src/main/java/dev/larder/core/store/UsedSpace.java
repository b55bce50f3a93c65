package dev.larder.core.store;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds up the files below a folder, hard links to one content once. */
final class UsedSpace extends SimpleFileVisitor<Path> {

  private final Set<Object> counted = new HashSet<>();
  private long bytes;

  private UsedSpace() {}

  /** The bytes of all files; 0 where there is no such folder. */
  static long below(Path folder) {
    UsedSpace space = new UsedSpace();
    try {
      Files.walkFileTree(folder, space);
    } catch (IOException e) {
      throw StorageFault.of(folder, e);
    }
    return space.bytes;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    Object key = attributes.fileKey();
    // Not every file system tells which names are one file; there each name counts.
    if (key == null || counted.add(key)) {
      bytes += attributes.size();
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
    return continueIfGone(e);
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
      throws IOException {
    return e == null ? FileVisitResult.CONTINUE : continueIfGone(e);
  }

  /** Other processes may remove what is being counted. */
  private static FileVisitResult continueIfGone(IOException e) throws IOException {
    if (e instanceof NoSuchFileException) {
      return FileVisitResult.CONTINUE;
    }
    throw e;
  }
}
