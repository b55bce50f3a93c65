package dev.larder.maven.uptodate;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * The class files below a folder, in a few words: there can be thousands of them, and a line for
 * each would take longer to compare than to look at the file.
 */
final class ClassFiles extends SimpleFileVisitor<Path> {

  /** An odd number without pattern, so that neighbours come far apart. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private long newest;
  private int count;

  /** A sum over the files, because no order of them is sure. */
  private long sum;

  private ClassFiles() {}

  /**
   * Looks at them, without what links lead to.
   *
   * @throws IOException if there is no such folder, or it cannot be read
   */
  static ClassFiles in(Path folder) throws IOException {
    ClassFiles files = new ClassFiles();
    Files.walkFileTree(folder, files);
    return files;
  }

  /** The time of the newest file, in nanoseconds, then what tells one state from another. */
  String look() {
    return String.join(" ", Long.toString(newest), Integer.toString(count), Long.toHexString(sum));
  }

  @Override
  public FileVisitResult visitFile(Path path, BasicFileAttributes file) {
    if (path.toString().endsWith(".class")) {
      long time = file.lastModifiedTime().to(TimeUnit.NANOSECONDS);
      newest = Math.max(newest, time);
      count++;
      // What a class says does not depend on its path, and which file it is the key says.
      sum += mixed(mixed(time, file.size()), Objects.hashCode(file.fileKey()));
    }
    return FileVisitResult.CONTINUE;
  }

  /** As SplitMix64 does it: whichever bit is another one, about half of the result's are. */
  private static long mixed(long one, long other) {
    long mixed = one * SPREAD + other;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
