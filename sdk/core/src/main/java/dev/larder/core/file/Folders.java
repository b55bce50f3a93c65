package dev.larder.core.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders of the store. */
public final class Folders {

  private Folders() {}

  /**
   * Makes a folder and those above it: 0755, and writable to those who may write to the folder that
   * it is made in, unless that one is sticky.
   */
  public static void create(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      Path parent = parent(folder);
      create(parent);
      make(folder, Access.ofFolder(parent));
    }
  }

  /** Makes a folder in another one that it is a part of, so that it is written to by the same. */
  public static void createPart(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      make(folder, Access.ofPart(parent(folder)));
    }
  }

  private static void make(Path folder, int permissions) throws IOException {
    Path parent = parent(folder);
    if (!Access.isShared(parent)) {
      makeAlone(folder);
      Access.set(folder, permissions);
      return;
    }
    // Aside, or for a moment others could not write to what is theirs too.
    Path fresh = Aside.in(parent);
    makeAlone(fresh);
    try {
      Access.set(fresh, permissions);
      Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      makeAlone(folder);
    } catch (IOException e) {
      requireFolder(folder, e);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static void makeAlone(Path folder) throws IOException {
    try {
      Files.createDirectory(folder);
    } catch (FileAlreadyExistsException e) {
      requireFolder(folder, e);
    }
  }

  /** Somebody else was first, or else something is in the way. */
  private static void requireFolder(Path folder, IOException e) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw e;
    }
  }

  /**
   * Makes an empty file, where there is none, that those may write to who may write to its folder.
   * Whether it is there at all is left to whoever opens it.
   */
  public static void shareNew(Path file) throws IOException {
    Path folder = parent(file);
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) || !Access.isShared(folder)) {
      return;
    }
    // Aside, or for a moment others could not open it.
    Path fresh = Aside.in(folder);
    try {
      Files.createFile(fresh);
      Access.set(fresh, Access.ofSharedFile(folder));
      Files.createLink(file, fresh);
    } catch (UnsupportedOperationException | FileSystemException e) {
      // Somebody else was first, or there are no links here, and so no permissions either.
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** Whether a file can have a second name in a folder: tried, since nothing else tells. */
  public static boolean canLink(Path file, Path folder) {
    Path second = Aside.in(folder);
    try {
      Files.createLink(second, file);
      Files.delete(second);
      return true;
    } catch (UnsupportedOperationException | IOException e) {
      return false;
    }
  }

  /** Makes a file a second name of another one, in one step. */
  public static void replaceByLink(Path file, Path other) throws IOException {
    Path fresh = Aside.in(parent(file));
    Files.createLink(fresh, other);
    try {
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** Whether files of one folder can have second names in another one: tried with an empty file. */
  public static boolean canLinkFrom(Path folder, Path other) throws IOException {
    Path file = Files.createFile(Aside.in(folder));
    try {
      return canLink(file, other);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /** Removes a folder and what is in it; does nothing if there is none. */
  public static void remove(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> paths;
    try (Stream<Path> all = Files.walk(folder)) {
      paths = all.sorted(Comparator.reverseOrder()).toList();
    } catch (NoSuchFileException e) {
      return;
    }
    for (Path path : paths) {
      Files.deleteIfExists(path);
    }
  }

  /** Has the names in a folder written to the disk. */
  static void force(Path folder) {
    // Windows cannot open folders; there a rename is durable with the file system's own journal.
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // The content is complete either way.
    }
  }

  static Path parent(Path path) {
    Path parent = path.toAbsolutePath().getParent();
    if (parent == null) {
      throw new UncheckedIOException(new IOException(path + " has no folder"));
    }
    return parent;
  }
}
