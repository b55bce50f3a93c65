package dev.larder.llama.process;

import dev.larder.core.file.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** llama.cpp's native library in the jar of java-llama.cpp. */
final class PackedLibrary {

  private PackedLibrary() {}

  /** What it is called on this system. */
  static String fileName() {
    return System.mapLibraryName("jllama");
  }

  /** Puts it into a folder, where it is not there yet. */
  static void unpackInto(Path folder) throws IOException {
    URL packed = packed();
    Path file = folder.resolve(fileName());
    if (packed == null
        || (Files.exists(file)
            && Files.size(file) == packed.openConnection().getContentLengthLong())) {
      return;
    }
    try (InputStream in = packed.openStream()) {
      AtomicFile.ofStore(file).write(in::transferTo);
    }
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
    return PackedLibrary.class.getResource(
        "/de/kherud/llama/%s/%s/%s".formatted(folder, processor, fileName()));
  }
}
