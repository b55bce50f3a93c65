package dev.larder.onnx;

import ai.djl.huggingface.tokenizers.jni.LibUtils;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** The native library of the tokenizers. */
final class TokenizerLibrary {

  private static final String RESOURCES = "/native/lib/";

  private TokenizerLibrary() {}

  /** Native code is loaded once for a class loader, and this class is one's. */
  private static final class Loaded {
    static {
      loadOnce();
    }

    static void require() {}
  }

  /**
   * Loads it, once for the process: from the store, unless the user has one of his own or it cannot
   * be kept there.
   *
   * @throws LinkageError if there is none for this platform, or it cannot be loaded
   */
  static void load() {
    Loaded.require();
  }

  private static void loadOnce() {
    // Where it finds a graphics card, it downloads another build of itself.
    presetProperty("RUST_FLAVOR", "cpu");
    Optional<NativeLibraries> libraries =
        mayBeKept() ? libraries(files(NativePlatform.current())) : Optional.empty();
    Optional<NativeFolder> folder = libraries.isEmpty() ? Optional.empty() : libraries.get().load();
    if (folder.isPresent()) {
      folder.get().close();
    } else {
      LibUtils.checkStatus();
    }
  }

  /** Native code belongs to the class loader of the class that loads it. */
  private static boolean mayBeKept() {
    return isUnset("RUST_LIBRARY_PATH")
        && LibUtils.class.getClassLoader() == TokenizerLibrary.class.getClassLoader();
  }

  /** Those that another needs come first. */
  private static List<String> files(NativePlatform platform) {
    String library = System.mapLibraryName("tokenizers");
    return platform.system().equals("win")
        ? List.of("libwinpthread-1.dll", "libgcc_s_seh-1.dll", "libstdc++-6.dll", library)
        : List.of(library);
  }

  private static Optional<NativeLibraries> libraries(List<String> files) {
    String version = version();
    if (version.isEmpty()) {
      return Optional.empty();
    }
    NativePlatform platform = NativePlatform.current();
    List<String> resources =
        files.stream().map(file -> RESOURCES + platform.ofTokenizers() + "/cpu/" + file).toList();
    return NativeLibraries.of(LibUtils.class, "tokenizers-" + version, platform, resources);
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
    if (isUnset(name)) {
      System.setProperty(name, value);
    }
  }

  private static boolean isUnset(String name) {
    return System.getProperty(name) == null && System.getenv(name) == null;
  }
}
