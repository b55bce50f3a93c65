package dev.larder.onnx;

import ai.onnxruntime.OrtEnvironment;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The native library of ONNX Runtime, which left to itself is unpacked at every start. */
final class OnnxRuntimeLibrary {

  private static final String FOLDER_PROPERTY = "onnxruntime.native.path";
  private static final String RESOURCES = "/ai/onnxruntime/native/";

  private OnnxRuntimeLibrary() {}

  /** Native code is loaded once for a class loader, and this class is one's. */
  private static final class Loaded {
    private static final OrtEnvironment ENVIRONMENT = load();
  }

  /**
   * What the library's classes need of it. It is loaded from the store, unless the user has one of
   * his own or somebody has loaded it.
   *
   * @throws LinkageError if it cannot be loaded
   */
  static OrtEnvironment environment() {
    return Loaded.ENVIRONMENT;
  }

  private static OrtEnvironment load() {
    // The property is the whole JVM's, and the library a class loader's: no other one may find it.
    synchronized (ClassLoader.getSystemClassLoader()) {
      Optional<NativeLibraries> libraries = libraries();
      if (libraries.isEmpty()) {
        return OrtEnvironment.getEnvironment();
      }
      if (OrtEnvironment.class.getClassLoader() != OnnxRuntimeLibrary.class.getClassLoader()) {
        Optional<Path> unpacked = libraries.get().unpack();
        return unpacked.isPresent() ? foundIn(unpacked.get()) : OrtEnvironment.getEnvironment();
      }
      Optional<NativeFolder> loaded = libraries.get().load();
      if (loaded.isEmpty()) {
        return OrtEnvironment.getEnvironment();
      }
      try (NativeFolder folder = loaded.get()) {
        return foundIn(folder.path());
      }
    }
  }

  private static OrtEnvironment foundIn(Path folder) {
    System.setProperty(FOLDER_PROPERTY, folder.toString());
    try {
      return OrtEnvironment.getEnvironment();
    } finally {
      System.clearProperty(FOLDER_PROPERTY);
    }
  }

  /** Those of the jar; nothing where the library has to find them by itself. */
  private static Optional<NativeLibraries> libraries() {
    String version = version();
    if (System.getProperty(FOLDER_PROPERTY) != null || version.isEmpty()) {
      return Optional.empty();
    }
    NativePlatform platform = NativePlatform.current();
    String resources = RESOURCES + platform.ofOnnxRuntime() + "/";
    // These look for each other beside themselves, and are large: the library unpacks what it
    // needs of them.
    if (OrtEnvironment.class.getResource(
            resources + System.mapLibraryName("onnxruntime_providers_cuda"))
        != null) {
      return Optional.empty();
    }
    List<String> names =
        Stream.of("onnxruntime", "onnxruntime4j_jni")
            .map(name -> resources + System.mapLibraryName(name))
            .toList();
    return NativeLibraries.of(OrtEnvironment.class, "onnxruntime-" + version, platform, names);
  }

  /** The version of the library on the class path; empty where its jar does not say. */
  static String version() {
    String version = OrtEnvironment.class.getPackage().getImplementationVersion();
    return version == null ? "" : version;
  }
}
