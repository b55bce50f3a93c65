package dev.larder.core.file;

import dev.larder.api.InterruptedCallException;
import dev.larder.api.ModelException;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What a file belongs to: it decides who may read and write it, and what mends a fault. */
public enum Place {

  /**
   * The store: everybody may read what is in it, and whoever may write to a folder may replace it.
   * No link is followed, as not everybody who can make one there may be trusted with where it
   * leads.
   */
  STORE {
    @Override
    Path target(Path path) {
      return path;
    }

    @Override
    void own(Path complete, Path target) throws IOException {
      Access.set(complete, Access.ofFile(Folders.parent(target)));
      // A later change of the file cannot fall into the same tick of the clock as this time, and so
      // always shows: the remedy of git for racy timestamps, applied beforehand.
      Files.setLastModifiedTime(
          complete, FileTime.from(Instant.now().minusSeconds(10).truncatedTo(ChronoUnit.SECONDS)));
    }
  },

  /**
   * A project, or wherever else a person wants a file: it keeps the permissions of the file that it
   * replaces, and a link stays one.
   */
  PROJECT {
    @Override
    Path target(Path path) throws IOException {
      return Links.end(path);
    }

    @Override
    void own(Path complete, Path target) throws IOException {
      if (Files.exists(target)) {
        Access.copy(target, complete);
      }
    }
  };

  /** The file that is replaced when this one is written. */
  abstract Path target(Path path) throws IOException;

  /**
   * Gives a complete file the permissions and the time that it has at its place.
   *
   * @throws IOException if it belongs to somebody else
   */
  abstract void own(Path complete, Path target) throws IOException;

  /**
   * What an input or output error means to a person.
   *
   * @param path what was read or written
   */
  public ModelException fault(Path path, IOException e) {
    return e instanceof ClosedByInterruptException
        ? new InterruptedCallException("Work on " + path, e)
        : Fault.of(path, e).in(this, e);
  }
}
