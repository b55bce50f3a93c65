package dev.larder.llama.process;

import dev.larder.core.store.StoreLayout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** The folder in which llama.cpp's native library is kept. */
final class Natives {

  private static final String VERSION = "/META-INF/maven/de.kherud/llama/pom.properties";

  private Natives() {}

  /** The folder in the store; where it cannot be written to, a temporary one. */
  static Path folder() throws IOException {
    Path folder = StoreLayout.ofProcess().natives("java-llama-" + version());
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      return temporary();
    }
    return Files.isWritable(folder) ? folder : temporary();
  }

  private static Path temporary() throws IOException {
    Path folder = Files.createTempDirectory("larder-natives-");
    folder.toFile().deleteOnExit();
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
