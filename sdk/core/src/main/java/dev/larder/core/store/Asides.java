package dev.larder.core.store;

import dev.larder.core.file.Aside;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what lies aside anywhere in a store: it is being made, or its process was killed. */
final class Asides extends SimpleFileVisitor<Path> {

  /** What such files and folders were called before they all got one name. */
  private static final Pattern EARLIER = Pattern.compile("\\.(write|copy)-.*\\.tmp|\\.fresh-.*");

  private final List<Contents.Item> found = new ArrayList<>();

  private Asides() {}

  static List<Contents.Item> in(StoreLayout layout) {
    Asides asides = new Asides();
    if (Files.isDirectory(layout.home())) {
      try {
        Files.walkFileTree(layout.home(), asides);
      } catch (IOException e) {
        throw StorageFault.of(layout.home(), e);
      }
    }
    return asides.found;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    if (!isOne(folder)) {
      return FileVisitResult.CONTINUE;
    }
    add(folder, UsedSpace.below(folder), attributes);
    return FileVisitResult.SKIP_SUBTREE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (isOne(file) && attributes.isRegularFile()) {
      add(file, attributes.size(), attributes);
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
    return continueIfGone(e);
  }

  @Override
  public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e)
      throws IOException {
    return e == null ? FileVisitResult.CONTINUE : continueIfGone(e);
  }

  private static FileVisitResult continueIfGone(IOException e) throws IOException {
    if (e instanceof NoSuchFileException) {
      return FileVisitResult.CONTINUE;
    }
    throw e;
  }

  private void add(Path path, long bytes, BasicFileAttributes attributes) {
    found.add(new Contents.Item(path, "", bytes, attributes.lastModifiedTime().toInstant()));
  }

  static boolean isOne(Path path) {
    return Aside.isOne(path) || EARLIER.matcher(String.valueOf(path.getFileName())).matches();
  }
}
