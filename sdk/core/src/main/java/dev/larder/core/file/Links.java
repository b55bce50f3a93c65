package dev.larder.core.file;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Symbolic links. */
final class Links {

  /** As many as Linux follows. */
  private static final int MOST = 40;

  private Links() {}

  /** Where a chain of links ends, whether or not something is there. */
  static Path end(Path path) throws IOException {
    Path end = path.toAbsolutePath();
    for (int i = 0; Files.isSymbolicLink(end); i++) {
      if (i == MOST) {
        throw new FileSystemLoopException(path.toString());
      }
      end = end.resolveSibling(Files.readSymbolicLink(end));
    }
    return end;
  }
}
