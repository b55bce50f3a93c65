package dev.larder.llama.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The native library, unpacked once for all workers. Left to itself java-llama.cpp unpacks it at
 * every start, always to the same file, under the feet of other processes, and deletes what else in
 * the temporary folder has a name that begins with "llama".
 */
final class NativeLibrary {

  private static final String FOLDER_PROPERTY = "de.kherud.llama.lib.path";
  private static final String TEMPORARY_PROPERTY = "de.kherud.llama.tmpdir";

  private NativeLibrary() {}

  /** Lets java-llama.cpp load the library from a folder, into which it is put where need be. */
  static void use(Path folder) {
    try {
      System.setProperty(TEMPORARY_PROPERTY, Files.createDirectories(folder).toString());
      URL packed = packed();
      if (packed != null) {
        unpack(packed, folder.resolve(fileName()));
        System.setProperty(FOLDER_PROPERTY, folder.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "the native library cannot be unpacked into %s: %s".formatted(folder, e.getMessage()), e);
    }
  }

  private static void unpack(URL packed, Path file) throws IOException {
    if (Files.exists(file) && Files.size(file) == packed.openConnection().getContentLengthLong()) {
      return;
    }
    Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "unpacking", ".tmp");
    try (InputStream in = packed.openStream()) {
      Files.copy(in, fresh, StandardCopyOption.REPLACE_EXISTING);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static String fileName() {
    return System.mapLibraryName("jllama");
  }

  /** Where it lies in the jar; null on a system that java-llama.cpp has to find out itself. */
  private static @Nullable URL packed() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String folder =
        system.startsWith("linux")
            ? "Linux"
            : system.startsWith("mac") ? "Mac" : system.startsWith("windows") ? "Windows" : "";
    String processor =
        switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "aarch64";
          default -> "";
        };
    return NativeLibrary.class.getResource(
        "/de/kherud/llama/%s/%s/%s".formatted(folder, processor, fileName()));
  }
}
