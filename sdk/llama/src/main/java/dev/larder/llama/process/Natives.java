package dev.larder.llama.process;

import dev.larder.core.file.Folders;
import dev.larder.core.store.StoreLayout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The folder in which llama.cpp's native library is kept. */
final class Natives {

  private static final String VERSION = "/META-INF/maven/de.kherud/llama/pom.properties";

  private @Nullable Path chosen;

  /**
   * The folder in the store, with the library in it; where it cannot be written to, a temporary one
   * of this process.
   */
  synchronized Path folder() throws IOException {
    Path folder = chosen;
    if (folder == null) {
      folder = StoreLayout.ofProcess().natives("java-llama-" + version());
      if (!canBeWritten(folder)) {
        folder = temporary();
      }
      PackedLibrary.unpackInto(folder);
      chosen = folder;
    }
    return folder;
  }

  private static boolean canBeWritten(Path folder) {
    try {
      Folders.create(folder);
      return Files.isWritable(folder);
    } catch (IOException e) {
      return false;
    }
  }

  private static Path temporary() throws IOException {
    Path folder = Files.createTempDirectory("larder-natives-");
    // What is registered last is deleted first.
    folder.toFile().deleteOnExit();
    folder.resolve(PackedLibrary.fileName()).toFile().deleteOnExit();
    return folder;
  }

  /** A jar that has been packed together with others may not tell it. */
  private static String version() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = Natives.class.getResourceAsStream(VERSION)) {
      if (in != null) {
        properties.load(in);
      }
    }
    return properties.getProperty("version", "unknown");
  }
}
