package dev.larder.core.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Who may read and write what comes into the store: everybody may read, and whoever may write to
 * the store's folder may write to what Larder makes below it, so that several users can share it.
 * On file systems without such permissions all of this does nothing.
 */
final class Access {

  private static final String VIEW = "unix";
  private static final String MODE = "unix:mode";

  private static final int PERMISSIONS = 0777;
  private static final int STICKY = 01000;
  private static final int OTHERS_WRITE = 022;

  private static final int FOLDER = 0755;
  private static final int FILE = 0644;

  private Access() {}

  /** Whether others than a folder's owner may write to it. */
  static boolean isShared(Path folder) throws IOException {
    return isKnown(folder) && (mode(folder) & OTHERS_WRITE) != 0;
  }

  /** Whether nobody may replace in a folder what belongs to somebody else. */
  static boolean isSticky(Path folder) throws IOException {
    return isKnown(folder) && (mode(folder) & STICKY) != 0;
  }

  /**
   * Of a folder that is made in another one. What is sticky is mostly a temporary folder, which
   * says nothing of who is to write to what is made in it.
   */
  static int ofFolder(Path parent) throws IOException {
    return isSticky(parent) ? FOLDER : ofPart(parent);
  }

  /** Of a folder that belongs to the same thing as the one that it is made in. */
  static int ofPart(Path parent) throws IOException {
    return isKnown(parent) ? FOLDER | (mode(parent) & OTHERS_WRITE) : FOLDER;
  }

  /**
   * Of a complete file, which is replaced and never written to; but in a sticky folder nobody can
   * replace what is another's.
   */
  static int ofFile(Path folder) throws IOException {
    return isSticky(folder) ? ofSharedFile(folder) : FILE;
  }

  /** Of a file that is written to by whoever may write to its folder. */
  static int ofSharedFile(Path folder) throws IOException {
    return isKnown(folder) ? FILE | (mode(folder) & OTHERS_WRITE) : FILE;
  }

  /** Sets permissions, and leaves what else the mode says, such as whose group files are of. */
  static void set(Path path, int permissions) throws IOException {
    if (isKnown(path)) {
      int mode = mode(path);
      int wanted = (mode & ~PERMISSIONS) | permissions;
      if (mode != wanted) {
        Files.setAttribute(path, MODE, wanted);
      }
    }
  }

  /** Gives one file the permissions of another. */
  static void copy(Path from, Path to) throws IOException {
    if (isKnown(from)) {
      set(to, mode(from) & PERMISSIONS);
    }
  }

  private static boolean isKnown(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains(VIEW);
  }

  private static int mode(Path path) throws IOException {
    return (Integer) Files.getAttribute(path, MODE);
  }
}
