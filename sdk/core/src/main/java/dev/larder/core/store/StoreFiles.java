package dev.larder.core.store;

import dev.larder.core.file.AtomicFile;
import dev.larder.core.file.Folders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** How files come into the store: complete, durable, and readable by everybody. */
final class StoreFiles {

  /**
   * How much is written at once. In larger portions the copy into the page cache took ten times as
   * long on a virtual machine; see {@code docs/performance.md}.
   */
  private static final int PORTION = 16 << 10;

  private StoreFiles() {}

  /** Makes a folder and those above it; see {@link Folders#create}. */
  static void createFolder(Path folder) {
    try {
      Folders.create(folder);
    } catch (IOException e) {
      throw StorageFault.of(folder, e);
    }
  }

  /**
   * Makes the folders of a store that are written to by whoever may write to its home, also where
   * that is sticky.
   */
  static void createStore(StoreLayout layout) {
    createFolder(layout.home());
    for (Path folder : layout.folders()) {
      try {
        Folders.createPart(folder);
      } catch (IOException e) {
        throw StorageFault.of(folder, e);
      }
    }
  }

  /**
   * Moves a complete file to its final name in one step: whoever looks sees nothing or all of it,
   * after a crash of the machine too.
   */
  static void publish(Path complete, Path target) {
    AtomicFile.ofStore(target).take(complete);
  }

  /** Writes a small file in one step. */
  static void write(Path target, byte[] content) {
    AtomicFile.ofStore(target).write(content);
  }

  /** Gives content a second name; where it cannot have one, a copy. */
  static void link(Path content, Path name) {
    createFolder(parent(name));
    try {
      if (Files.isRegularFile(name, LinkOption.NOFOLLOW_LINKS) && isSame(content, name)) {
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

  /** One file, or a copy that was not changed since. */
  private static boolean isSame(Path content, Path name) throws IOException {
    return Files.isSameFile(content, name)
        || (Files.size(content) == Files.size(name) && Files.mismatch(content, name) == -1);
  }

  /** Gives content a second name that is a file of its own. */
  static void copy(Path content, Path name) {
    try (InputStream input = Files.newInputStream(content)) {
      AtomicFile.ofStore(name).write(input::transferTo);
    } catch (IOException e) {
      throw StorageFault.of(content, e);
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

  /**
   * Opens a file to read and write, makes it where there is none, for all who may write to its
   * folder, and follows no link.
   */
  static FileChannel openForWriting(Path file) {
    createFolder(parent(file));
    try {
      Folders.shareNew(file);
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
      Folders.shareNew(file);
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

  private static Path parent(Path path) {
    Path parent = path.getParent();
    if (parent == null) {
      throw new UncheckedIOException(new IOException(path + " has no folder"));
    }
    return parent;
  }
}
