package dev.larder.onnx;

import dev.larder.core.store.StoreLayout;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The native libraries of a jar, unpacked into the store once for all processes.
 *
 * <p>They are moved there in one step, when all of them are complete and on the disk. Later they
 * count as the same if their sizes are those in the jar.
 *
 * @param folder where they lie
 * @param resources where they come from; the last part of the path is the file's name
 */
record NativeLibraries(Path folder, List<URL> resources) {

  NativeLibraries {
    resources = List.copyOf(resources);
  }

  /**
   * The libraries of a class's jar, for this process's store.
   *
   * @param library its name and version
   * @return nothing if one of them is not in the jar
   */
  static Optional<NativeLibraries> of(
      Class<?> owner, String library, NativePlatform platform, List<String> names) {
    List<@Nullable URL> found = names.stream().<@Nullable URL>map(owner::getResource).toList();
    return found.contains(null)
        ? Optional.empty()
        : Optional.of(
            new NativeLibraries(
                StoreLayout.ofProcess().natives(library).resolve(platform.ofTokenizers()),
                found.stream().flatMap(Stream::ofNullable).toList()));
  }

  /**
   * Makes sure that they are there.
   *
   * @return their folder; nothing if it cannot be written, for then the library has its own way
   */
  Optional<Path> unpack() {
    try {
      if (!isComplete()) {
        publish();
      }
      return isComplete() ? Optional.of(folder) : Optional.empty();
    } catch (IOException | SecurityException e) {
      return Optional.empty();
    }
  }

  private boolean isComplete() throws IOException {
    for (URL resource : resources) {
      Path file = folder.resolve(fileName(resource));
      if (!Files.isRegularFile(file) || Files.size(file) != size(resource)) {
        return false;
      }
    }
    return true;
  }

  private void publish() throws IOException {
    Path parent = Files.createDirectories(folder.resolveSibling(""));
    Path fresh = Files.createTempDirectory(parent, ".unpacking-");
    try {
      for (URL resource : resources) {
        copy(resource, fresh.resolve(fileName(resource)));
      }
      replaceBy(fresh);
    } finally {
      delete(fresh);
    }
  }

  private void replaceBy(Path fresh) throws IOException {
    try {
      Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      // Another process was first, or what is there is damaged.
      if (!isComplete()) {
        Path damaged = fresh.resolveSibling(fresh.getFileName() + "-damaged");
        Files.move(folder, damaged, StandardCopyOption.ATOMIC_MOVE);
        Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        delete(damaged);
      }
    }
  }

  private static void copy(URL resource, Path file) throws IOException {
    try (InputStream in = connect(resource).getInputStream()) {
      Files.copy(in, file);
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static long size(URL resource) throws IOException {
    URLConnection connection = connect(resource);
    // Closing it closes the jar.
    connection.getInputStream().close();
    return connection.getContentLengthLong();
  }

  /** A jar that stays open could not be replaced on some systems. */
  private static URLConnection connect(URL resource) throws IOException {
    URLConnection connection = resource.openConnection();
    connection.setUseCaches(false);
    return connection;
  }

  private static String fileName(URL resource) {
    return resource.getPath().substring(resource.getPath().lastIndexOf('/') + 1);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
