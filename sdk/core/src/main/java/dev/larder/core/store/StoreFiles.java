package dev.larder.core.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** How files come into the store: complete, durable, and readable by everybody. */
final class StoreFiles {

  /**
   * How much is written at once. In larger portions the copy into the page cache took ten times as
   * long on a virtual machine; see {@code docs/performance.md}.
   */
  private static final int PORTION = 16 << 10;

  private StoreFiles() {}

  /** Makes a folder and those above it, 0755. */
  static void createFolder(Path folder) {
    if (Files.isDirectory(folder)) {
      return;
    }
    try {
      Path parent = folder.getParent();
      if (parent != null) {
        createFolder(parent);
      }
      Files.createDirectory(folder);
      allow(folder, "rwxr-xr-x");
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder)) {
        throw StorageFault.of(folder, e);
      }
    } catch (IOException e) {
      throw StorageFault.of(folder, e);
    }
  }

  /**
   * Moves a complete file to its final name in one step: whoever looks sees nothing or all of it,
   * after a crash of the machine too.
   */
  static void publish(Path complete, Path target) {
    createFolder(parent(target));
    try {
      try (FileChannel channel = FileChannel.open(complete, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      allow(complete, "rw-r--r--");
      // A later change of the file cannot fall into the same tick of the clock as this time, and so
      // always shows: the remedy of git for racy timestamps, applied beforehand.
      Files.setLastModifiedTime(
          complete, FileTime.from(Instant.now().minusSeconds(10).truncatedTo(ChronoUnit.SECONDS)));
      Files.move(
          complete, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      forceFolder(parent(target));
    } catch (IOException e) {
      throw StorageFault.of(target, e);
    }
  }

  /** Writes a small file in one step. */
  static void write(Path target, byte[] content) {
    createFolder(parent(target));
    try {
      Path temporary = Files.createTempFile(parent(target), ".write-", ".tmp");
      try {
        Files.write(temporary, content);
        publish(temporary, target);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw StorageFault.of(target, e);
    }
  }

  /** Gives content a second name; where the file system has no hard links, a copy. */
  static void link(Path content, Path name) {
    createFolder(parent(name));
    try {
      if (Files.isRegularFile(name, LinkOption.NOFOLLOW_LINKS) && Files.isSameFile(content, name)) {
        return;
      }
      Files.deleteIfExists(name);
      try {
        Files.createLink(name, content);
      } catch (UnsupportedOperationException | FileSystemException e) {
        copy(content, name);
      }
    } catch (IOException e) {
      throw StorageFault.of(name, e);
    }
  }

  /** Gives content a second name that is a file of its own. */
  static void copy(Path content, Path name) {
    createFolder(parent(name));
    try {
      Path temporary = Files.createTempFile(parent(name), ".copy-", ".tmp");
      try {
        Files.copy(content, temporary, StandardCopyOption.REPLACE_EXISTING);
        publish(temporary, name);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw StorageFault.of(name, e);
    }
  }

  /** Removes a file, if it is there. */
  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw StorageFault.of(file, e);
    }
  }

  static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw StorageFault.of(file, e);
    }
  }

  /** Whether there is a file that can be read, of the given size where one is given. */
  static boolean isReadable(Path file, @Nullable Long size) {
    return Files.isRegularFile(file)
        && Files.isReadable(file)
        && (size == null || size(file) == size);
  }

  /** Writes all remaining bytes. */
  static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
    int end = bytes.limit();
    while (bytes.position() < end) {
      channel.write(bytes.limit(Math.min(end, bytes.position() + PORTION)));
    }
  }

  /** Opens a file to read and write, makes it where there is none, and follows no link. */
  static FileChannel openForWriting(Path file) {
    createFolder(parent(file));
    try {
      return FileChannel.open(
          file,
          StandardOpenOption.CREATE,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      throw StorageFault.of(file, e);
    }
  }

  /** Opens a lock file in the same way. */
  static AsynchronousFileChannel openLock(Path file) {
    createFolder(parent(file));
    try {
      return AsynchronousFileChannel.open(
          file,
          StandardOpenOption.CREATE,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      throw StorageFault.of(file, e);
    }
  }

  private static void allow(Path path, String permissions) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }

  private static void forceFolder(Path folder) {
    // Windows cannot open folders; there a rename is durable with the file system's own journal.
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // The content is complete either way.
    }
  }

  private static Path parent(Path path) {
    Path parent = path.getParent();
    if (parent == null) {
      throw new UncheckedIOException(new IOException(path + " has no folder"));
    }
    return parent;
  }
}
