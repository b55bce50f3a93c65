package dev.larder.core.file;

import dev.larder.api.StorageException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What is the matter with a file or folder.
 *
 * @param path the one that has to be seen to, which may lie above the one that was asked for
 * @param kind what it is
 * @param problem the same in words
 */
record Fault(Path path, Kind kind, String problem) {

  /** What can be wrong, what to do about it, and what else one can do where it is the store. */
  private enum Kind {
    NO_PERMISSION(
        "give yourself access to it",
        ", or name another folder with %s; name a store that is only read with %s"),
    READ_ONLY(
        "make it writable",
        ", or name a folder that can be written with %s; name a store that is only read with %s"),
    NO_SPACE("make room on its disk", ", or name a folder on another disk with %s"),
    FILE_IN_THE_WAY("move the file away", ""),
    FOLDER_IN_THE_WAY("move the folder away", ""),
    LINK_IN_THE_WAY("remove the link", ""),
    MISSING("check the path, and that nobody removes it meanwhile", ""),
    OTHER("check the folder and the disk that it is on", "");

    private final String remedy;
    private final String otherwise;

    Kind(String remedy, String otherwise) {
      this.remedy = remedy;
      this.otherwise = otherwise;
    }
  }

  private static final String STORE_VARIABLE = "LARDER_MODELS_DIR";
  private static final String SHARED_VARIABLE = "LARDER_SHARED_MODELS_DIRS";

  static Fault of(Path path, IOException e) {
    // Where Java has no type for a fault, the operating system's words are all there is; they may
    // be in any language, so the disk is asked as well.
    String words = words(e);
    if (e instanceof AccessDeniedException || words.contains("not permitted")) {
      return new Fault(denied(path, e), Kind.NO_PERMISSION, "no permission");
    }
    if (e instanceof FileAlreadyExistsException
        || e instanceof NotDirectoryException
        || words.contains("Not a directory")) {
      return new Fault(existing(path), Kind.FILE_IN_THE_WAY, "a file is in the way of a folder");
    }
    if (words.contains("s a directory")) {
      return new Fault(path, Kind.FOLDER_IN_THE_WAY, "a folder is in the way of a file");
    }
    if (e instanceof FileSystemLoopException
        || words.contains("Too many levels of symbolic links")) {
      return new Fault(path, Kind.LINK_IN_THE_WAY, "a symbolic link is in its place");
    }
    if (words.contains("No space left") || words.contains("not enough space")) {
      return new Fault(path, Kind.NO_SPACE, "no space is left");
    }
    if (words.contains("uota exceeded")) {
      return new Fault(path, Kind.NO_SPACE, "the disk quota is used up");
    }
    if (words.contains("Read-only file system")) {
      return new Fault(path, Kind.READ_ONLY, "it is read-only");
    }
    if (e instanceof NoSuchFileException) {
      return new Fault(path, Kind.MISSING, "it is not there");
    }
    return byItsDisk(path, words);
  }

  StorageException in(Place place, IOException e) {
    String remedy =
        place == Place.STORE
            ? kind.remedy + kind.otherwise.formatted(STORE_VARIABLE, SHARED_VARIABLE)
            : kind.remedy;
    return new StorageException(path.toString(), problem, remedy, e);
  }

  private static String words(IOException e) {
    if (e instanceof DirectoryNotEmptyException) {
      return "it is not empty";
    }
    return e instanceof FileSystemException fault && fault.getReason() != null
        ? fault.getReason()
        : Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
  }

  private static Fault byItsDisk(Path path, String words) {
    try {
      FileStore disk = Files.getFileStore(existing(path));
      if (disk.isReadOnly()) {
        return new Fault(path, Kind.READ_ONLY, "it is read-only");
      }
      if (disk.getUsableSpace() == 0) {
        return new Fault(path, Kind.NO_SPACE, "no space is left");
      }
    } catch (IOException | SecurityException e) {
      // Then it says nothing either.
    }
    return new Fault(path, Kind.OTHER, words);
  }

  /** Who may not make a file beside another one needs access to the folder. */
  private static Path denied(Path path, IOException e) {
    String file = e instanceof FileSystemException fault ? fault.getFile() : null;
    if (file == null) {
      return path;
    }
    Path denied = Path.of(file);
    return Aside.isOne(denied) ? Folders.parent(denied) : denied;
  }

  /** The path, or what is nearest above it. */
  private static Path existing(Path path) {
    for (Path above = path.toAbsolutePath(); above != null; above = above.getParent()) {
      if (Files.exists(above)) {
        return above;
      }
    }
    return path;
  }
}
