package dev.larder.core.store;

import dev.larder.api.InterruptedCallException;
import dev.larder.api.ModelException;
import dev.larder.api.StorageException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** What an input or output error in the store means to a person. */
final class StorageFault {

  private StorageFault() {}

  static ModelException of(Path path, IOException e) {
    if (e instanceof ClosedByInterruptException) {
      return new InterruptedCallException("Work on " + path, e);
    }
    // Where Java has no type for a fault, the operating system's words are all there is.
    String message = String.valueOf(e.getMessage());
    if (e instanceof AccessDeniedException) {
      return fault(
          path,
          "no permission",
          "give yourself write access, or name another folder with LARDER_MODELS_DIR",
          e);
    }
    if (e instanceof FileAlreadyExistsException || e instanceof NotDirectoryException) {
      return fault(path, "a file is in the way of a folder", "move the file away", e);
    }
    if (message.contains("Read-only file system")) {
      return fault(
          path, "it is read-only", "name a folder that can be written with LARDER_MODELS_DIR", e);
    }
    if (message.contains("Too many levels of symbolic links")) {
      return fault(path, "a symbolic link is in its place", "remove the link", e);
    }
    if (message.contains("No space left")) {
      return fault(
          path,
          "no space is left",
          "make room, or name a folder on another disk with LARDER_MODELS_DIR",
          e);
    }
    return fault(path, message, "check the folder and the disk that it is on", e);
  }

  private static StorageException fault(Path path, String problem, String remedy, Exception e) {
    return new StorageException(path.toString(), problem, remedy, e);
  }
}
