package dev.larder.core.file;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.larder.api.StorageException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that is replaced in one step: whoever looks sees the old one or the new one, complete,
 * after a crash of the machine too.
 *
 * @param path what it is called
 * @param place what it belongs to
 */
public record AtomicFile(Path path, Place place) {

  /**
   * How much is written at once. In larger portions the copy into the page cache took ten times as
   * long on a virtual machine; see {@code docs/performance.md}.
   */
  private static final int PORTION = 16 << 10;

  /** What a file is to hold. */
  public interface Content {

    /** Writes it, from its beginning to its end; does not close. */
    void writeTo(OutputStream output) throws IOException;
  }

  /** A file of a project, or wherever a person wants one. */
  public static AtomicFile ofProject(Path path) {
    return new AtomicFile(path, Place.PROJECT);
  }

  /** A file of the store. */
  public static AtomicFile ofStore(Path path) {
    return new AtomicFile(path, Place.STORE);
  }

  /**
   * Replaces the file, and makes the folders above it.
   *
   * @throws StorageException if it cannot be written; then it is as it was
   */
  public void write(byte[] content) {
    write(
        output -> {
          for (int i = 0; i < content.length; i += PORTION) {
            output.write(content, i, Math.min(PORTION, content.length - i));
          }
        });
  }

  /**
   * Replaces the file, and makes the folders above it.
   *
   * @throws StorageException if it cannot be written; then it is as it was
   */
  public void write(Content content) {
    try {
      Path target = place.target(path);
      Path folder = Folders.parent(target);
      makeFolder(folder);
      Aside.clean(folder);
      Path fresh = Aside.in(folder);
      try {
        fill(fresh, content);
        ownIfPossible(fresh, target);
        replace(target, fresh);
      } finally {
        Files.deleteIfExists(fresh);
      }
      Folders.force(folder);
    } catch (IOException e) {
      throw place.fault(path, e);
    }
  }

  /**
   * Moves a complete file here, from elsewhere in the store. It is copied where it cannot be moved,
   * and where it belongs to another user, who could change it later.
   *
   * @throws StorageException if that fails; then the file is where it was
   */
  public void take(Path complete) {
    try {
      Path folder = Folders.parent(path);
      makeFolder(folder);
      if (ownIfPossible(complete, path)) {
        force(complete);
        try {
          Files.move(complete, path, ATOMIC_MOVE, REPLACE_EXISTING);
          Folders.force(folder);
          return;
        } catch (AtomicMoveNotSupportedException e) {
          // It is on another disk.
        }
      }
      write(output -> Files.copy(complete, output));
      Files.deleteIfExists(complete);
    } catch (IOException e) {
      throw place.fault(path, e);
    }
  }

  private void makeFolder(Path folder) throws IOException {
    if (place == Place.STORE) {
      Folders.create(folder);
    } else if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
  }

  /** By a stream, which an interrupt does not close as it would a channel. */
  private static void fill(Path fresh, Content content) throws IOException {
    try (OutputStream output =
        new BufferedOutputStream(Files.newOutputStream(fresh, CREATE_NEW, WRITE), PORTION)) {
      content.writeTo(output);
    }
    force(fresh);
  }

  /** Says whether it could be done: not on every disk, and never with what is another user's. */
  private boolean ownIfPossible(Path complete, Path target) throws IOException {
    try {
      place.own(complete, target);
      return true;
    } catch (FileSystemException e) {
      return false;
    }
  }

  private void replace(Path target, Path fresh) throws IOException {
    try {
      Files.move(fresh, target, ATOMIC_MOVE, REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(fresh, target, REPLACE_EXISTING);
    } catch (FileSystemException e) {
      // In a sticky folder only its owner can replace a file, and who may write to it overwrites
      // it.
      if (!Access.isSticky(Folders.parent(target)) || !Files.isWritable(target)) {
        throw e;
      }
      overwrite(target, fresh);
    }
  }

  private static void overwrite(Path target, Path fresh) throws IOException {
    try (OutputStream output =
        Files.newOutputStream(target, WRITE, TRUNCATE_EXISTING, NOFOLLOW_LINKS)) {
      Files.copy(fresh, output);
    }
    force(target);
  }

  private static void force(Path file) throws IOException {
    try (AsynchronousFileChannel channel = AsynchronousFileChannel.open(file, WRITE)) {
      channel.force(true);
    }
  }
}
