package dev.larder.onnx;

import ai.djl.huggingface.tokenizers.jni.LibUtils;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** The native library of the tokenizers, which left to itself has dealings with the network. */
final class TokenizerLibrary {

  private static final String FILE_PROPERTY = "RUST_LIBRARY_PATH";
  private static final String RESOURCES = "/native/lib/";

  private TokenizerLibrary() {}

  /**
   * Loads it, once for the process.
   *
   * @throws ai.djl.engine.EngineException if there is none for this platform
   */
  static void load() {
    // It reports over the network that it is used.
    presetProperty("OPT_OUT_TRACKING", "true");
    // Where it finds a graphics card, it downloads another build of itself.
    presetProperty("RUST_FLAVOR", "cpu");
    keepInStore();
    LibUtils.checkStatus();
  }

  /** Left to itself it has a cache of its own in the user's home. */
  private static void keepInStore() {
    String version = version();
    if (version.isEmpty()) {
      return;
    }
    NativePlatform platform = NativePlatform.current();
    String library = System.mapLibraryName("tokenizers");
    Stream<String> files =
        platform.system().equals("win")
            ? Stream.of("libwinpthread-1.dll", "libgcc_s_seh-1.dll", "libstdc++-6.dll", library)
            : Stream.of(library);
    List<String> names =
        files.map(file -> RESOURCES + platform.ofTokenizers() + "/cpu/" + file).toList();
    NativeLibraries.of(LibUtils.class, "tokenizers-" + version, platform, names)
        .flatMap(NativeLibraries::unpack)
        .ifPresent(folder -> presetProperty(FILE_PROPERTY, folder.resolve(library).toString()));
  }

  /** The version of the library on the class path; empty where it does not say. */
  private static String version() {
    Properties properties = new Properties();
    try (InputStream in = LibUtils.class.getResourceAsStream(RESOURCES + "tokenizers.properties")) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      // Then it goes its own way.
    }
    return properties.getProperty("version", "");
  }

  /** What the user has set stays. */
  private static void presetProperty(String name, String value) {
    if (System.getProperty(name) == null && System.getenv(name) == null) {
      System.setProperty(name, value);
    }
  }
}
