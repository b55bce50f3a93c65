package dev.larder.onnx;

import dev.larder.api.StorageException;
import dev.larder.core.file.Folders;
import dev.larder.core.file.FreshFolder;
import dev.larder.core.store.StoreLayout;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
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
   * @return nothing if one of them is not in the jar, or this process cannot name its store
   */
  static Optional<NativeLibraries> of(
      Class<?> owner, String library, NativePlatform platform, List<String> names) {
    // A method reference to what depends on its caller would cost a start ten milliseconds.
    List<@Nullable URL> found =
        names.stream().<@Nullable URL>map(name -> owner.getResource(name)).toList();
    if (found.contains(null)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new NativeLibraries(
              StoreLayout.ofProcess().natives(library).resolve(platform.ofTokenizers()),
              found.stream().flatMap(Stream::ofNullable).toList()));
    } catch (StorageException e) {
      return Optional.empty();
    }
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

  /**
   * Loads them for the class loader of this class, to which native code belongs from then on. Where
   * another class loader of the JVM has loaded them, or nothing can be executed where they lie, it
   * gets a copy of its own.
   *
   * @return nothing if that cannot be either, for then the library has its own way
   */
  Optional<NativeFolder> load() {
    // Lambdas would make a cold start longer.
    Optional<Path> unpacked = unpack();
    return unpacked.isPresent() && areLoadedFrom(unpacked.get())
        ? Optional.of(new NativeFolder(unpacked.get(), Optional.empty()))
        : loadCopy();
  }

  private boolean areLoadedFrom(Path path) {
    try {
      for (URL resource : resources) {
        System.load(path.resolve(fileName(resource)).toAbsolutePath().toString());
      }
      return true;
    } catch (UnsatisfiedLinkError e) {
      return false;
    }
  }

  private Optional<NativeFolder> loadCopy() {
    try {
      Path temporary = Files.createTempDirectory("larder-natives");
      Path copy = temporary.resolve("copy");
      NativeFolder loaded = new NativeFolder(copy, Optional.of(temporary));
      if (new NativeLibraries(copy, resources).unpack().isPresent() && areLoadedFrom(copy)) {
        return Optional.of(loaded);
      }
      loaded.close();
      return Optional.empty();
    } catch (IOException e) {
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
    try (FreshFolder fresh = FreshFolder.of(folder)) {
      for (URL resource : resources) {
        try (InputStream in = connect(resource).getInputStream()) {
          Files.copy(in, fresh.path().resolve(fileName(resource)));
        }
      }
      try {
        fresh.publish();
      } catch (FileSystemException e) {
        // Another process was first, or what is there is damaged.
        if (!isComplete()) {
          Folders.remove(folder);
          fresh.publish();
        }
      }
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
}
